import { afterEach, describe, expect, it } from 'vitest';
import { inCodePage } from '../../../test/builders/documents.ts';
import { anOpenEngine, good, sensitive } from '../../../test/builders/engines.ts';
import type { Engine } from '../engine.ts';
import type { ImportChoices } from './imports-api.ts';

const choices: ImportChoices = { as: 'contact', level: sensitive, jwg: null, case: null, leaveOutKnown: true };
const lines = 50_000;

let engine: Engine;
afterEach(() => engine.end());

/** Every tenth line in a code page of its own, every hundredth broken in one of four ways. */
async function largeTable(): Promise<Uint8Array> {
  const broken = (at: number) => [`;MNE;020 ${at}\n`, `Kratko ${at}\n`, `Dugo ${at};ALB;1;2;3;4\n`, `${at} ${'N'.repeat(400)};SRB;1\n`][(at / 100) % 4] ?? '';
  const pieces: Uint8Array[] = [];
  const whole = new TextEncoder();
  for (let at = 1; at <= lines; at += 1) {
    if (at % 100 === 0) pieces.push(whole.encode(broken(at)));
    else if (at % 10 === 0) pieces.push(inCodePage(`Živko Čačak ${at};Srbija;011 ${at}\n`, 'windows-1250'));
    else if (at % 10 === 5) pieces.push(inCodePage(`Љиљана Ђурић ${at};Србија;021 ${at}\n`, 'windows-1251'));
    else pieces.push(whole.encode(`Đorđe Ђорђевић ${at};Crna Gora;020 ${at}\n`));
  }
  return new Uint8Array(await new Blob([whole.encode('Ime;Država;Telefon\n'), ...pieces] as BlobPart[]).arrayBuffer());
}

describe('a table of 50,000 lines', () => {
  it('is looked at and made whole: each broken row named by its line, nobody lost, none spelt wrong', async () => {
    ({ engine } = await anOpenEngine());
    const table = { name: 'large.csv', bytes: await largeTable() };
    const preview = await engine.imports.preview([table], choices);
    expect(preview).toMatchObject({ encoding: 'mixed', total: lines - 125, leftOut: 125 });
    const report = good(await engine.imports.carryOut([table], choices));
    expect(report.records).toHaveLength(lines - 125);
    const answer = await engine.lists.byName(['contact'], 'Ljiljana Djuric 49995', 5);
    expect(answer[0]?.title).toBe('Љиљана Ђурић 49995');
  }, 300_000);
});
