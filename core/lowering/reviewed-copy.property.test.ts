import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { cryptoReady, newSignPair, randomId } from '../crypto/sodium.ts';
import type { DeviceId, ItemKey, MarkingId, PersonId, RecordId } from '../ids.ts';
import { formatTime } from '../ledger/hybrid-clock.ts';
import { makeChange } from '../ledger/make-change.ts';
import { defaultScheme } from '../markings/default-scheme.ts';
import { isAbove, markingOf } from '../markings/scheme.ts';
import { natureOf, type NatureType } from '../records/field-nature.ts';
import { fieldsChanged, toFields } from '../records/fields.ts';
import { kindShape } from '../records/kind-shape.ts';
import { kinds, recordKinds, type RecordKind, type RecordValue } from '../records/kinds.ts';
import { canBeCopied, planCopy, type CopyGround } from './plan-copy.ts';
import { reviewedCopy } from './reviewed-copy.ts';

beforeAll(() => cryptoReady);

/** Everything that only the record of the higher level has bears this in its name: too long for a random key to hold it by chance. */
const mark = 'onlyOld';
const old = (name: string) => `${mark}-${name}`.padEnd(22, 'x');
const [record, above, below, unknown] = [old('record'), old('above'), 'below-is-not-secret-00', old('unknown')] as RecordId[] as [RecordId, RecordId, RecordId, RecordId];
const level = markingOf(defaultScheme, 'SENSITIVE' as MarkingId);
const ground: CopyGround = {
  record, level, scheme: defaultScheme,
  levelOf: (one) => (one === above ? ('R-UE' as MarkingId) : one === below ? ('UNCLASSIFIED' as MarkingId) : one === record ? ('R-UE' as MarkingId) : null),
};
const file = { id: old('file'), key: old('key').padEnd(43, 'x'), root: 'a'.repeat(64) };
const safeguards = {
  originator: 'SDT Podgorica', handling: [{ code: 'H2', provider: 'SDT Podgorica' }], releasableTo: ['HRV'],
  consents: [{ by: 'SDT Podgorica', on: '2026-01-05', reference: old('consent'), covers: 'release', recipients: ['ALB'] }],
  transferGround: { article: '38-derogation', explanation: old('ground'), on: '2026-01-05' }, h3ConfirmedFor: [old('jwg')],
};

/** What a field of this nature might hold; `pick` chooses. What the schema does not take is left to its blank. */
function candidate(kind: RecordKind, path: string, pick: number): unknown {
  const nature = natureOf(kind, path);
  const name = path.split('.').at(-1) ?? '';
  if (name === 'safeguards') return safeguards;
  if (name === 'draftedFor') return old('person');
  if (name === 'originLine') return old('line');
  if (name === 'reference') return `No. ${String(pick)}`;
  const { type, many = false, choices = [] } = nature ?? {};
  const target = [record, above, below, unknown][pick % 4];
  const byNature: Partial<Record<NatureType, unknown>> = {
    'record': many ? [target, below] : target,
    'rich-text': { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `words ${String(pick)}` }] }] },
    'choice': many ? choices.slice(0, 1) : choices[pick % choices.length],
    'marking': ['UNCLASSIFIED', 'SENSITIVE', 'R-UE'][pick % 3],
    'yes-no': pick % 2 === 0,
    'number': pick % 30,
    'day': '2026-03-04',
    'country': many ? ['MNE'] : 'MNE',
  };
  if (type !== undefined && type in byNature) return byNature[type];
  return name === 'file' ? file : `${pick % 7 === 0 ? '' : 'words'} ${String(pick)}`;
}

function aValue(kind: RecordKind, picks: readonly number[]): RecordValue<RecordKind> {
  const shape = kindShape(kinds[kind]);
  let at = 0;
  const next = () => picks[(at += 1) % picks.length] ?? 0;
  const agenda: string[] = [];
  const value: Record<string, unknown> = {};
  const put = (into: Record<string, unknown>, name: string, one: unknown, fits: boolean) => (fits ? void (into[name] = one) : undefined);
  for (const [name, schema] of shape.plain) {
    const one = candidate(kind, name, next());
    put(value, name, one, schema.safeParse(one).success);
  }
  for (const [list, parts] of shape.lists) {
    value[list] = Array.from({ length: next() % 4 }, (_none, index) => {
      const key = old(`${list}${String(index)}`);
      if (list === 'agenda') agenda.push(key);
      const item: Record<string, unknown> = { key, order: `a${String(index)}` };
      for (const [part, schema] of parts) {
        if (part === 'order') continue;
        const one = part === 'item' ? (agenda[next() % Math.max(1, agenda.length)] ?? old('nowhere')) : candidate(kind, `${list}.${key}.${part}`, next());
        put(item, part, one, schema.safeParse(one).success);
      }
      for (const required of ['name', 'title']) if (parts.has(required)) item[required] ||= 'named';
      return item;
    });
  }
  value['title'] = 'A title';
  return kinds[kind].schema.parse(value);
}

const copied = recordKinds.filter(canBeCopied);
const texts = fc.record({ kind: fc.constantFrom(...copied), picks: fc.array(fc.nat(997), { minLength: 90, maxLength: 90 }), edits: fc.boolean(), leaves: fc.nat(5) });

test('no byte of the history, of an identifier or of what was permitted goes out with a copy', () => {
  const device = newSignPair();
  fc.assert(fc.property(texts, ({ kind, picks, edits, leaves }) => {
    const value = aValue(kind, picks);
    // The record as it came to be: written, written over, and signed by a device.
    const common = { record, kind, level: 'R-UE' as MarkingId, author: old('person') as PersonId, device: old('device') as DeviceId };
    const time = (minute: number, of: string) => formatTime({ ms: Date.UTC(2026, 0, 1) + minute * 60_000, counter: 0 }, of as DeviceId);
    const first = made(makeChange({ ...common, parents: [], act: 'edit', fields: { title: old('first-title'), ...toFields(kind, value) } }, time(0, old('device'))));
    const second = made(makeChange({ ...common, parents: [first.hash], act: 'edit', fields: { title: 'A title' } }, time(1, old('device'))));
    const signed = made(makeChange({ ...common, parents: [second.hash], act: 'approve', frontier: [second.hash], signWith: device.secretKey }, time(2, old('device'))));

    const plan = planCopy(kind, value, ground);
    const chosen = plan.fields.filter((_one, at) => leaves === 0 || at % (leaves + 1) !== 0);
    const taken = Object.fromEntries(chosen.map(({ path, value: one, isText }) => [path, edits && isText && typeof one === 'string' ? `${one} reviewed` : one]));
    const copy = reviewedCopy(kind, value, { plan, taken, newKey: () => randomId<ItemKey>() });
    if (!copy.ok) return expect(copy.failure.code).toBe('nothing-taken');
    const sent = JSON.stringify(made(makeChange(
      { record: randomId<RecordId>(), kind, level: level.id, author: 'me' as PersonId, device: 'mine' as DeviceId, parents: [], act: 'edit', fields: fieldsChanged(kind, null, copy.value) },
      time(60, 'mine'),
    )));
    const secrets = [mark, ...[first, second, signed].flatMap((one) => [one.hash, one.header.commitment, one.header.approval?.signature ?? one.hash, one.content === 'erased' ? one.hash : one.content.salt])];
    for (const one of secrets) expect(sent).not.toContain(one);
    // What stays is told, field by field, and nothing of a higher marking is among what goes.
    const told = new Set([...plan.fields, ...plan.leftOut].map((one) => one.path));
    for (const [path, one] of Object.entries(toFields(kind, value))) {
      const isSaid = one !== null && one !== '' && one !== false && !(Array.isArray(one) && one.length === 0) && !path.endsWith('.order') && path !== 'safeguards';
      if (isSaid) expect(told.has(path), path).toBe(true);
    }
    for (const one of plan.fields) if (one.path.endsWith('.level')) expect(isAbove(markingOf(defaultScheme, one.value as MarkingId), level)).toBe(false);
    expect(copy.value.safeguards).toMatchObject({ originator: 'SDT Podgorica', handling: safeguards.handling, releasableTo: ['HRV'], consents: [], transferGround: null, h3ConfirmedFor: [] });
  }), { numRuns: 300 });
});

function made<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: { readonly code: string } }): Value {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}
