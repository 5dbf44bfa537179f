import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MarkingId, RecordId } from '../../../core/ids.ts';
import { aMember, foundOffice, type Laptop, type Office } from '../../../test/office/laptop.ts';
import { trafficking } from '../../../test/office/groups.ts';
import type { DeliveryReport } from '../api.ts';

const unclassified = 'UNCLASSIFIED' as MarkingId;
const sensitive = 'SENSITIVE' as MarkingId;
const restricted = 'R-UE' as MarkingId;

let office: Office;
const laptops: Laptop[] = [];
beforeEach(async () => {
  office = await foundOffice();
});
afterEach(async () => {
  for (const laptop of laptops.splice(0)) await laptop.engine.end();
  await office.remove();
});

async function member(name: string): Promise<Laptop> {
  const laptop = await aMember(office, { name });
  laptops.push(laptop);
  return laptop;
}

async function writes(laptop: Laptop, title: string, level = sensitive): Promise<RecordId> {
  const saved = await laptop.engine.notebook.save({ kind: 'note', value: { title, jwg: trafficking }, level });
  if (!saved.ok) throw new Error(saved.failure.code);
  return saved.value.record;
}

async function exchange(laptop: Laptop): Promise<DeliveryReport> {
  const report = await laptop.engine.pouch.exchange();
  if (!report.ok) throw new Error(report.failure.code);
  return report.value;
}

async function titles(laptop: Laptop): Promise<readonly string[]> {
  return (await laptop.engine.notebook.list('note')).map((row) => row.title).toSorted();
}

describe('two laptops and an office', () => {
  test('what one writes the other reads', async () => {
    const [ana, ben] = [await member('Ana'), await member('Ben')];
    await exchange(ana);
    await exchange(ben);
    await writes(ana, 'Route Bar–Bari');
    await writes(ana, 'Ђорђевић at the border');
    expect(await exchange(ana)).toMatchObject({ delivered: 2, received: 0, held: 0, unconfirmed: 0, failure: null });
    expect(await exchange(ben)).toMatchObject({ delivered: 0, received: 2, conflicts: [], refused: [], failure: null });
    expect(await titles(ben)).toEqual(['Route Bar–Bari', 'Ђорђевић at the border']);
    expect(await exchange(ben)).toMatchObject({ delivered: 0, received: 0 });
    expect(await exchange(ana)).toMatchObject({ delivered: 0, received: 0 });
  });
});
void [unclassified, restricted];
