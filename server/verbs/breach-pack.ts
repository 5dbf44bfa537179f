import type { DeviceId, RecordId } from '../../core/ids.ts';
import type { Change } from '../../core/ledger/change.ts';
import { fold, shownValues } from '../../core/ledger/fold.ts';
import { historyOf } from '../../core/ledger/history.ts';
import { fromFields } from '../../core/records/fields.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { placeOf } from '../office/carry-out.ts';
import { atDesk, deskOptions, type Desk } from '../office/desk.ts';
import { certificateOf, dayOf } from '../office/members.ts';
import { readCompartment } from '../office/parcel-reader.ts';
import type { ServerFailure } from '../sentences.ts';
import { tableOf } from '../table.ts';
import { textOf, type Verb } from '../verb.ts';

/**
 * What a lost laptop held: every record of every compartment that it was ever given the key of, by
 * kind, by category of person and by originator, for the notification within 72 hours (Directive (EU)
 * 2016/680 Art. 30). No names and no texts; what the laptop never delivered is not known here.
 */
export const breachPack: Verb = {
  name: 'breach-pack',
  says: 'lists what a lost laptop held, by category of person and originator',
  options: { ...deskOptions, device: { type: 'string', says: 'the device; "member list --json" shows them', needed: true } },
  run: (surroundings) =>
    atDesk(surroundings, async (desk) => {
      const device = textOf(surroundings.values, 'device') as DeviceId;
      const holder = desk.book().members.find((one) => certificateOf(one, desk.book()).devices.some((each) => each.id === device));
      if (holder === undefined) return failed('device-unknown');
      const granted = holder.grants.find((one) => one.device === device)?.compartments ?? [];
      const held: HeldRecord[] = [];
      for (const compartment of desk.book().compartments.filter((one) => granted.includes(one.id))) {
        const records = await recordsIn(desk, compartment);
        if (!records.ok) return records;
        held.push(...records.value);
      }
      const { name } = certificateOf(holder, desk.book()).person;
      const data = { holder: name, device, compartments: granted.length, ...summaryOf(desk, held) };
      return ok({ lines: linesOf(desk, name, data), data });
    }),
};

interface HeldRecord {
  readonly jwg: string;
  readonly marking: string;
  readonly kind: string;
  readonly aboutPersons: boolean;
  readonly category: string;
  readonly originator: string;
  readonly newest: number;
}

async function recordsIn(desk: Desk, compartment: Parameters<typeof placeOf>[1]): Promise<Result<readonly HeldRecord[], ServerFailure>> {
  const place = await placeOf(desk, compartment);
  if (!place.ok) return place;
  const changes = new Map<RecordId, Change[]>();
  const read = await readCompartment(desk.couchdb, place.value, (document) => {
    if (document.kind !== 'parcel') return;
    for (const { letter } of document.letters) changes.set(letter.record, [...(changes.get(letter.record) ?? []), ...letter.changes]);
  });
  if (!read.ok) return read;
  return ok([...changes.values()].map((own) => heldRecord(desk, own, compartment)));
}

function heldRecord(desk: Desk, changes: readonly Change[], compartment: { readonly jwg: string; readonly marking: string }): HeldRecord {
  const state = fold(historyOf(changes), { now: desk.now, scheme: { markings: desk.profile.markings } });
  const [first] = changes;
  if (first === undefined) throw new Error('a record has a change');
  const fields = shownValues(state);
  const { safeguards } = fromFields(first.header.kind, fields).value;
  const category = fields.get('category');
  return {
    jwg: compartment.jwg,
    marking: compartment.marking,
    kind: first.header.kind,
    aboutPersons: safeguards.aboutPersons,
    category: typeof category === 'string' ? category : safeguards.aboutPersons ? 'persons, category not stated' : 'no persons stated',
    originator: safeguards.originator === '' ? 'not stated' : safeguards.originator,
    newest: Math.max(...changes.map((one) => Number.parseInt(one.header.time.slice(0, 12), 16))),
  };
}

interface Counted {
  readonly name: string;
  readonly records: number;
}

function countBy(held: readonly HeldRecord[], nameOf: (one: HeldRecord) => string): readonly Counted[] {
  return [...Map.groupBy(held, nameOf)].map(([name, own]) => ({ name, records: own.length })).toSorted((one, other) => other.records - one.records);
}

function summaryOf(desk: Desk, held: readonly HeldRecord[]) {
  const groupName = (id: string) => desk.profile.jwgs.find((one) => one.id === id)?.shortName ?? id;
  return {
    records: held.length,
    aboutPersons: held.filter((one) => one.aboutPersons).length,
    newest: held.length === 0 ? null : dayOf(Math.max(...held.map((one) => one.newest))),
    byCompartment: countBy(held, (one) => `${groupName(one.jwg)} ${one.marking}`),
    byKind: countBy(held, (one) => one.kind),
    byCategory: countBy(held, (one) => one.category),
    byOriginator: countBy(held, (one) => one.originator),
  };
}

function linesOf(desk: Desk, name: string, data: ReturnType<typeof summaryOf>): readonly string[] {
  const table = (head: string, rows: readonly Counted[]) => ['', ...tableOf([head, 'records'], rows.map((one) => [one.name, String(one.records)]))];
  return [
    `The laptop of ${name} was given keys to ${data.records} records on the server, ${data.aboutPersons} of them about persons (${dayOf(desk.now)}).`,
    ...table('compartment', data.byCompartment),
    ...table('kind', data.byKind),
    ...table('category of person', data.byCategory),
    ...table('originator', data.byOriginator),
    '',
    'Not counted: what the laptop wrote and never delivered. Cut it off with "member remove --device".',
  ];
}
