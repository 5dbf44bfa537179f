import { describe, expect, test } from 'vitest';
import type { Day, DeviceId, MarkingId, ParcelId, RecordId, TransferId } from '../ids.ts';
import { safeguards, type Safeguards } from '../records/parts.ts';
import { lotsOf, transferContent, type Going, type TransferContent } from './transfer.ts';
import { transfersShown, type TransferEntry } from './transfers-shown.ts';

const today = '2026-11-24' as Day;
const sensitive = 'SENSITIVE' as MarkingId;

function going(record: string, bound: Partial<Safeguards> = {}, changes: Partial<Going> = {}): Going {
  return { record: record as RecordId, kind: 'note', level: sensitive, safeguards: { ...safeguards.parse({}), ...bound }, ...changes };
}

describe('lots', () => {
  const ground = { article: '37-safeguards', explanation: 'Arrangement', on: '2026-01-01' as Day } as const;

  test('hold what went under the same conditions, each record once, its letters added up', () => {
    const lots = lotsOf([going('a', {}, { letters: 1 }), going('b', {}, { letters: 1 }), going('a', {}, { letters: 1 }), going('c', { transferGround: ground }, { letters: 1 })], today);
    expect(lots.map((lot) => [lot.records, lot.letters, lot.ground?.article])).toEqual([[['a', 'b'], 3, undefined], [['c'], 1, '37-safeguards']]);
    expect(lotsOf([going('a', {}, { level: 'R-UE' as MarkingId }), going('a')], today)).toHaveLength(2);
  });

  test('keep only grounds and consents whose day has come', () => {
    const consent = { by: 'DORH', reference: 'KR-7', covers: 'release', recipients: [] } as const;
    const [lot] = lotsOf([going('a', { transferGround: { ...ground, on: '2026-12-01' as Day }, consents: [{ ...consent, on: '2026-05-01' as Day, recipients: [] }, { ...consent, on: '2027-01-01' as Day, recipients: [] }] })], today);
    expect(lot).toMatchObject({ ground: null, permissions: [{ by: 'DORH', reference: 'KR-7', on: '2026-05-01' }] });
  });

  test('are what the schema of the register takes, and hold no title', () => {
    const content = { act: 'exported', transfer: 'A'.repeat(22), as: 'csv', purpose: 'own-use', recipients: [], lots: lotsOf([going('a')], today) };
    expect(transferContent.safeParse(content).success).toBe(true);
    expect(transferContent.safeParse({ ...content, title: 'x' }).success).toBe(false);
  });
});

describe('transfers as they are shown', () => {
  const device = 'd' as DeviceId;
  const parcel = (name: string) => name as ParcelId;
  const group = { jwg: 'g' as never, name: 'Group', members: [], thirdCountries: false };
  const entries = (contents: readonly TransferContent[]): readonly TransferEntry[] => contents.map((content, index) => ({ device, number: index + 1, at: index * 10, content }));
  const sealed = (transfer: string, parcels: readonly string[]): TransferContent => ({ act: 'sealed', transfer: transfer as TransferId, group, level: sensitive, way: { type: 'network', name: 'Office' }, parcels: parcels.map(parcel), lots: [] });
  const exported = (transfer: string, as: 'pdf' | 'clipboard' = 'pdf'): TransferContent => ({ act: 'exported', transfer: transfer as TransferId, as, purpose: 'own-use', recipients: [], lots: [] });
  const results = (contents: readonly TransferContent[]) => transfersShown(entries(contents)).map(({ transfer, result, since }) => [transfer, result, since]);

  test('a delivery waits, is confirmed in part, and is confirmed when the last parcel is; the latest first', () => {
    const two = sealed('one', ['p', 'q']);
    expect(results([two])).toEqual([['one', 'waiting', null]]);
    expect(results([two, { act: 'confirmed', parcels: [parcel('p')] }])).toEqual([['one', 'partly', 10]]);
    expect(results([two, { act: 'confirmed', parcels: [parcel('p')] }, sealed('two', ['r']), { act: 'confirmed', parcels: [parcel('q'), parcel('p')] }])).toEqual([['two', 'waiting', null], ['one', 'confirmed', 30]]);
  });

  test('what was given is not known until it was said how it ended; what was copied is done', () => {
    expect(results([exported('one'), exported('two'), { act: 'ended', transfer: 'one' as TransferId, how: 'not-given' }, exported('three', 'clipboard')])).toEqual([['three', 'done', null], ['two', 'not-known', null], ['one', 'not-given', 20]]);
  });
});
