import { afterEach, describe, expect, it } from 'vitest';
import { aDocx, anEml, inCodePage } from '../../../test/builders/documents.ts';
import { anOpenEngine, good, sensitive } from '../../../test/builders/engines.ts';
import type { RecordId } from '../../../core/ids.ts';
import type { Engine } from '../engine.ts';
import type { ImportChoices, ImportFile } from './imports-api.ts';

const choices: ImportChoices = { as: 'contact', level: sensitive, jwg: null, case: null, leaveOutKnown: true };
const file = (name: string, content: string | Uint8Array): ImportFile => ({ name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content });

let engine: Engine;
afterEach(() => engine.end());

async function opened(): Promise<Engine> {
  ({ engine } = await anOpenEngine());
  return engine;
}

describe('contacts', () => {
  it('come from a table in three encodings with broken rows: a preview, a report, nothing lost', async () => {
    const notebook = await opened();
    const parts = [
      new TextEncoder().encode('Ime i prezime;Država;Telefon;E-mail;Institucija\nĐorđe Ђ;Crna Gora;+382 20 1;a@example.org;SDT\n'),
      inCodePage('Živko Čačak;Srbija;011 2;zivko@example;\n', 'windows-1250'),
      inCodePage('Љиљана;Србија;;;Тужилаштво\n', 'windows-1251'),
      new TextEncoder().encode(`;MNE;;;\n"Open;ALB\nZ;Kosovo*;;;\n${'N'.repeat(400)};ALB;;;\n`),
    ];
    const table = file('list.csv', Uint8Array.from(parts.flatMap((part) => [...part])));
    const preview = await notebook.imports.preview([table], choices);
    expect(preview.encoding).toBe('mixed');
    expect(preview.columns.map(({ field }) => field)).toEqual(['name', 'country', 'office', 'email', 'institution']);
    expect(preview.total).toBe(6);
    expect(preview.leftOut).toBe(1);
    expect(preview.problems.map(({ code, line }) => `${code} ${line}`)).toEqual(expect.arrayContaining(['quote-open 6', 'no-name 5', 'email-odd 3', 'row-short 6', 'text-shortened 8']));
    expect(await notebook.notebook.list('contact')).toEqual([]);
    const report = good(await notebook.imports.carryOut([table], choices));
    expect(report.records).toHaveLength(6);
    const rows = await notebook.notebook.list('contact');
    expect(rows.find((row) => row.title === 'Z')?.value.country).toBe('XKX');
    expect(rows.find((row) => row.title === 'Živko Čačak')?.value).toMatchObject({ country: 'SRB', numbers: [{ number: '011 2' }] });
    const again = await notebook.imports.preview([table], choices);
    expect(again.total).toBe(0);
    expect(again.problems.filter(({ code }) => code === 'already-here')).toHaveLength(6);
  });

  it('are all made or none: one that may not be written refuses the whole', async () => {
    const notebook = await opened();
    const answer = await notebook.imports.carryOut([file('two.csv', 'name\nAna\nMarko\n')], { ...choices, level: 'S-UE' as typeof sensitive });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'above-ceiling' } });
    expect(await notebook.notebook.list('contact')).toEqual([]);
  });
});

describe('documents', () => {
  it('become notes', async () => {
    const notebook = await opened();
    const files = [file('Састанак.docx', aDocx({ macros: true })), file('route.eml', anEml()), file('plan.md', '# Plan\n\nWords'), file('empty.txt', ''), file('picture.png', 'x')];
    const report = good(await notebook.imports.carryOut(files, { ...choices, as: 'note' }));
    expect(report.records).toHaveLength(3);
    expect(report.problems.map(({ code }) => code)).toEqual(['file-empty', 'macros-left-out', 'file-unknown']);
    const rows = await notebook.notebook.list('note');
    expect(rows.map(({ title }) => title).toSorted()).toEqual(['Ruta Bar–Bari', 'plan', 'Састанак']);
  });

  it('bring the files of a message with them, sealed and whole', async () => {
    const notebook = await opened();
    expect((await notebook.imports.preview([file('route.eml', anEml())], { ...choices, as: 'note' })).items[0]?.files).toBe(1);
    const [record] = good(await notebook.imports.carryOut([file('route.eml', anEml())], { ...choices, as: 'note' })).records;
    const { attachments } = good(await notebook.notebook.open('note', record as RecordId)).value;
    expect(attachments.map(({ name, size }) => [name, size])).toEqual([['list.bin', 3]]);
    const reference = attachments[0]?.file;
    if (reference === null || reference === undefined) throw new Error('no file');
    expect([...(good(await notebook.files.piece(reference, 0)) ?? [])].slice(0, 3)).toEqual([0, 1, 2]);
  });

  it('of any kind become the files of one new note, or none of them', async () => {
    const notebook = await opened();
    const files = ['скен.pdf', 'phones/dump.bin'].map((name) => ({ name, type: '', content: new Blob([name]) }));
    const request = { title: 'Search', files, level: sensitive, jwg: null, case: null };
    expect(await notebook.imports.fileAway({ ...request, level: 'S-UE' as typeof sensitive })).toMatchObject({ ok: false, failure: { code: 'above-ceiling' } });
    expect(await notebook.imports.fileAway({ ...request, title: 'x'.repeat(400) })).toMatchObject({ ok: false, failure: { code: 'not-valid' } });
    expect(await notebook.imports.fileAway({ ...request, files: [] })).toMatchObject({ ok: false, failure: { code: 'nothing-to-import' } });
    expect(await notebook.notebook.list('note')).toEqual([]);
    const [record] = good(await notebook.imports.fileAway(request)).records;
    expect(good(await notebook.notebook.open('note', record as RecordId)).value.attachments.map(({ name }) => name)).toEqual(['скен.pdf', 'phones/dump.bin']);
  });

  it('become an agenda without a record', async () => {
    const notebook = await opened();
    const preview = await notebook.imports.preview([file('agenda.docx', aDocx())], { ...choices, as: 'agenda' });
    expect(preview.agenda).toEqual([{ title: 'First point', minutes: 15 }, { title: 'Second point', minutes: null }]);
  });
});
