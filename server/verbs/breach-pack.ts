import type { CompartmentId, DeviceId, RecordId } from '../../core/ids.ts';
import type { Change } from '../../core/ledger/change.ts';
import { fold, shownValues } from '../../core/ledger/fold.ts';
import { historyOf } from '../../core/ledger/history.ts';
import { fromFields } from '../../core/records/fields.ts';
import type { RecordKind } from '../../core/records/kinds.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { placeOf } from '../office/reading-place.ts';
import { atDesk, deskOptions, type Desk } from '../office/desk.ts';
import { certificateOf, dayOf, findMember } from '../office/members.ts';
import { readCompartment } from '../office/parcel-reader.ts';
import type { ServerFailure } from '../sentences.ts';
import { countOf, tableOf } from '../table.ts';
import { textOf, type Verb } from '../verb.ts';

/**
 * What a lost laptop held: every record of every compartment that it was ever given the key of, by
 * kind, by category of person and by originator, for the notification within 72 hours (Directive (EU)
 * 2016/680 Art. 30). No names and no texts; what the laptop never delivered is not known here.
 */
export const breachPack: Verb = {
  name: 'breach-pack',
  says: 'lists what a lost laptop held, by category of person and originator',
  options: {
    ...deskOptions,
    device: { type: 'string', says: 'the lost laptop; "member list --json" shows them' },
    person: { type: 'string', says: 'instead: all laptops of this member, by name or fingerprint' },
  },
  run: (surroundings) =>
    atDesk(surroundings, async (desk) => {
      const lost = lostOf(desk, textOf(surroundings.values, 'device') as DeviceId, textOf(surroundings.values, 'person'));
      if (!lost.ok) return lost;
      const { devices, granted, name } = lost.value;
      const held: HeldRecord[] = [];
      for (const compartment of desk.book().compartments.filter((one) => granted.has(one.id))) {
        const records = await recordsIn(desk, compartment);
        if (!records.ok) return records;
        held.push(...records.value);
      }
      const data = { holder: name, devices, compartments: granted.size, ...summaryOf(desk, held) };
      return ok({ lines: linesOf(desk, data), data });
    }),
};

interface Lost {
  readonly name: string;
  readonly devices: readonly DeviceId[];
  /** Every compartment that one of them was ever given the key of. */
  readonly granted: ReadonlySet<CompartmentId>;
}

function lostOf(desk: Desk, device: DeviceId, person: string): Result<Lost, ServerFailure> {
  if ((device === '') === (person === '')) return failed('person-or-device');
  const holder = person === '' ? ok(desk.book().members.find((one) => certificateOf(one, desk.book()).devices.some((each) => each.id === device))) : findMember(desk.book(), person);
  if (!holder.ok) return holder;
  if (holder.value === undefined) return failed('device-unknown');
  const certificate = certificateOf(holder.value, desk.book());
  const devices = device === '' ? certificate.devices.map((one) => one.id) : [device];
  const grants = holder.value.grants.filter((one) => devices.includes(one.device));
  return ok({ name: certificate.person.name, devices, granted: new Set(grants.flatMap((one) => one.compartments)) });
}

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
  const category = categoryOf(first.header.kind, fields);
  return {
    jwg: compartment.jwg,
    marking: compartment.marking,
    kind: first.header.kind,
    aboutPersons: safeguards.aboutPersons || category !== null,
    category: category ?? (safeguards.aboutPersons ? 'persons, category not stated' : 'no persons stated'),
    originator: safeguards.originator === '' ? 'not stated' : safeguards.originator,
    newest: Math.max(...changes.map((one) => Number.parseInt(one.header.time.slice(0, 12), 16))),
  };
}

/** Of a subject who is a person: the category in force, the latest by its day (Directive (EU) 2016/680 Art. 6). */
function categoryOf(kind: RecordKind, fields: ReturnType<typeof shownValues>): string | null {
  if (kind !== 'subject') return null;
  const { schema, categories } = fromFields('subject', fields).value;
  if (schema !== 'Person') return null;
  return categories.toSorted((one, other) => ((one.on ?? '') < (other.on ?? '') ? -1 : 1)).at(-1)?.category ?? 'not-decided';
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

function linesOf(desk: Desk, data: ReturnType<typeof summaryOf> & { readonly holder: string; readonly devices: readonly DeviceId[]; readonly compartments: number }): readonly string[] {
  const table = (head: string, rows: readonly Counted[]) => (rows.length === 0 ? [] : ['', ...tableOf([head, 'records'], rows.map((one) => [one.name, String(one.records)]))]);
  return [
    `${data.holder}, ${countOf(data.devices.length, 'laptop')}, on ${dayOf(desk.now)}: keys to ${countOf(data.compartments, 'compartment')} with ${countOf(data.records, 'record')}, ${data.aboutPersons} of them about persons.`,
    ...table('compartment', data.byCompartment),
    ...table('kind', data.byKind),
    ...table('category of person', data.byCategory),
    ...table('originator', data.byOriginator),
    '',
    'Not counted: what the laptop wrote and never delivered. Cut it off with "member remove --device".',
  ];
}
