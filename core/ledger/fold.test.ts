import { beforeAll, describe, expect, it } from 'vitest';
import { aMove, anApproval, anEdit, at, noon } from '../../test/builders/changes.ts';
import { cryptoReady, newSignPair } from '../crypto/sodium.ts';
import type { ChangeHash } from '../ids.ts';
import { defaultScheme } from '../markings/default-scheme.ts';
import type { Change } from './change.ts';
import { applyErasures } from './erasure.ts';
import { fold, foldApproved, shownValues } from './fold.ts';
import { historyOf, unite } from './history.ts';
import { aheadLimit } from './hybrid-clock.ts';

beforeAll(() => cryptoReady);

const surroundings = { now: noon, scheme: defaultScheme };

function folded(...changes: readonly Change[]) {
  return fold(historyOf(changes), surroundings);
}

function title(...changes: readonly Change[]) {
  const field = folded(...changes).fields.get('title');
  return { shown: field?.shown.value, rivals: field?.rivals.map((rival) => rival.value) };
}

describe('a record folded from its history', () => {
  it('says of a new record who made it, when, and what it holds', () => {
    const first = anEdit({ title: 'Route Bar–Bari' }, { minute: 5 });
    const state = folded(first);
    expect(state).toMatchObject({ record: 'record-1', kind: 'meeting', level: 'SENSITIVE', created: at(5), changed: at(5) });
    expect(state.heads).toEqual([first.hash]);
    expect(state.fields.get('title')?.shown).toEqual({
      value: 'Route Bar–Bari', change: first.hash, author: 'person-of-device-a', device: 'device-a', time: at(5),
    });
  });

  it('needs at least one change', () => {
    expect(() => folded()).toThrow();
  });

  it('shows the value of whoever knew the earlier one, whatever the clocks say', () => {
    const first = anEdit({ title: 'Old' }, { minute: 60 });
    const second = anEdit({ title: 'New' }, { minute: 1, parents: [first] });
    expect(title(first, second)).toEqual({ shown: 'New', rivals: [] });
  });

  it('lets different fields change at the same time', () => {
    const first = anEdit({ title: 'Old', place: 'Bar' });
    const one = anEdit({ title: 'New' }, { parents: [first], device: 'device-b' });
    const two = anEdit({ place: 'Bari' }, { parents: [first], device: 'device-c' });
    const state = folded(first, one, two);
    expect(shownValues(state)).toEqual(new Map([['title', 'New'], ['place', 'Bari']]));
    expect([...state.fields.values()].flatMap((field) => field.rivals)).toEqual([]);
  });
});

describe('a conflict', () => {
  const start = () => {
    const first = anEdit({ title: 'Old' });
    const one = anEdit({ title: 'One' }, { parents: [first], device: 'device-b', minute: 1 });
    const two = anEdit({ title: 'Two' }, { parents: [first], device: 'device-c', minute: 2 });
    return { first, one, two };
  };

  it('shows the later clock and keeps the other', () => {
    const { first, one, two } = start();
    expect(title(first, one, two)).toEqual({ shown: 'Two', rivals: ['One'] });
  });

  it('is settled by a change that writes the field and knows both', () => {
    const { first, one, two } = start();
    const settled = anEdit({ title: 'Both' }, { parents: [one, two] });
    expect(title(first, one, two, settled)).toEqual({ shown: 'Both', rivals: [] });
  });

  it('is not settled by a change to another field that knows both', () => {
    const { first, one, two } = start();
    const other = anEdit({ place: 'Bar' }, { parents: [one, two] });
    expect(title(first, one, two, other)).toEqual({ shown: 'Two', rivals: ['One'] });
  });

  it('is not settled by a change that knows one side only', () => {
    const { first, one, two } = start();
    const partial = anEdit({ title: 'Three' }, { parents: [one], minute: 3 });
    expect(title(first, one, two, partial)).toEqual({ shown: 'Three', rivals: ['Two'] });
  });

  it('is none when both wrote the same, in whatever order of properties', () => {
    const first = anEdit({ next: { day: null, place: '' } });
    const one = anEdit({ next: { day: '2026-12-01', place: 'Bar' } }, { parents: [first], device: 'device-b' });
    const two = anEdit({ next: { place: 'Bar', day: '2026-12-01' } }, { parents: [first], device: 'device-c' });
    expect(folded(first, one, two).fields.get('next')?.rivals).toEqual([]);
  });
});

describe('items of a list', () => {
  const list = () => anEdit({ 'agenda.k.title': 'Routes', 'agenda.k.order': 'a0' });

  it('are a conflict when one person takes out what another is writing', () => {
    const first = list();
    const out = anEdit({ 'agenda.k.removed': true }, { parents: [first], device: 'device-b', minute: 1 });
    const edited = anEdit({ 'agenda.k.title': 'Routes to Bari' }, { parents: [first], device: 'device-c', minute: 2 });
    const field = folded(first, out, edited).fields.get('agenda.k.removed');
    expect(field?.shown).toMatchObject({ value: null, change: edited.hash });
    expect(field?.rivals).toMatchObject([{ value: true, change: out.hash }]);
    const settled = anEdit({ 'agenda.k.removed': true }, { parents: [out, edited] });
    expect(folded(first, out, edited, settled).fields.get('agenda.k.removed')).toMatchObject({ shown: { value: true }, rivals: [] });
  });

  it('come back when someone writes to them who knew that they were out', () => {
    const first = list();
    const out = anEdit({ 'agenda.k.removed': true }, { parents: [first] });
    const back = anEdit({ 'agenda.k.title': 'Routes' }, { parents: [out] });
    expect(shownValues(folded(first, out, back)).get('agenda.k.removed')).toBeNull();
  });

  it('say nothing of removal when nobody removed any', () => {
    expect([...folded(list()).fields.keys()]).toEqual(['agenda.k.title', 'agenda.k.order']);
  });

  it('are out when two people took them out', () => {
    const first = list();
    const one = anEdit({ 'agenda.k.removed': true }, { parents: [first], device: 'device-b' });
    const two = anEdit({ 'agenda.k.removed': true }, { parents: [first], device: 'device-c' });
    expect(folded(first, one, two).fields.get('agenda.k.removed')).toMatchObject({ shown: { value: true }, rivals: [] });
  });
});

describe('a clock from the future', () => {
  const far = 3 * 24 * 60;

  it('never wins over others, and is named', () => {
    const first = anEdit({ title: 'Old' });
    const wrong = anEdit({ title: 'From 2099' }, { parents: [first], device: 'device-b', minute: far });
    const right = anEdit({ title: 'Now' }, { parents: [first], device: 'device-c', minute: 1 });
    expect(title(first, wrong, right)).toEqual({ shown: 'Now', rivals: ['From 2099'] });
    expect(folded(first, wrong, right)).toMatchObject({ fromTheFuture: [wrong.hash], changed: at(1, 'device-c') });
  });

  it('shows when nobody else wrote: nothing is lost to a wrong clock', () => {
    const first = anEdit({ title: 'Old' });
    const wrong = anEdit({ title: 'Mine' }, { parents: [first], minute: far });
    expect(title(first, wrong)).toEqual({ shown: 'Mine', rivals: [] });
  });

  it('is the last change only when there is no other', () => {
    expect(folded(anEdit({ title: 'x' }, { minute: far })).changed).toBe(at(far));
  });

  it('counts as any other once the time has come', () => {
    const first = anEdit({ title: 'Old' });
    const wrong = anEdit({ title: 'Ahead' }, { parents: [first], device: 'device-b', minute: far });
    const right = anEdit({ title: 'Now' }, { parents: [first], device: 'device-c' });
    const later = fold(historyOf([first, wrong, right]), { ...surroundings, now: noon + 2 * aheadLimit });
    expect(later.fields.get('title')?.shown.value).toBe('Ahead');
    expect(later.fromTheFuture).toEqual([]);
  });
});

describe('the level of a record', () => {
  it('is the highest of any change, also of concurrent ones', () => {
    const first = anEdit({ title: 'x' }, { level: 'UNCLASSIFIED' });
    const up = anEdit({}, { parents: [first], level: 'R-UE', device: 'device-b' });
    const same = anEdit({ title: 'y' }, { parents: [first], level: 'SENSITIVE', minute: 9 });
    const down = anEdit({ title: 'z' }, { parents: [up, same], level: 'UNCLASSIFIED' });
    expect(folded(first, up, same, down).level).toBe('R-UE');
  });

  it('is above everything when it is not in the scheme', () => {
    const first = anEdit({}, { level: 'TS-UE' });
    expect(folded(first, anEdit({}, { parents: [first], level: 'COSMIC' })).level).toBe('COSMIC');
  });
});

describe('the bin', () => {
  it('takes a record in and gives it back', () => {
    const first = anEdit({ title: 'x' });
    const out = aMove('bin', { parents: [first] });
    const back = aMove('restore', { parents: [out] });
    expect([folded(first), folded(first, out), folded(first, out, back)].map((state) => state.binned)).toEqual([false, true, false]);
  });

  it('does not hold a record that someone took out at the same time', () => {
    const first = anEdit({ title: 'x' });
    const out = aMove('bin', { parents: [first] });
    const back = aMove('restore', { parents: [out], device: 'device-b' });
    const again = aMove('bin', { parents: [out], device: 'device-c', minute: 5 });
    expect(folded(first, out, back, again).binned).toBe(false);
    expect(folded(first, out, back, again, aMove('bin', { parents: [back, again] })).binned).toBe(true);
  });
});

describe('approval', () => {
  const pair = () => newSignPair().secretKey;

  it('covers what was read and nothing that comes later, whenever that was made', () => {
    const first = anEdit({ title: 'Minutes' });
    const approved = anApproval(pair(), { parents: [first], minute: 2 });
    const earlier = anEdit({ title: 'Backdated' }, { parents: [first], device: 'device-b', minute: 1 });
    const after = anEdit({ title: 'Amended' }, { parents: [approved], minute: 3 });
    const history = historyOf([first, approved, earlier, after]);
    const state = fold(history, surroundings);
    const [approval] = state.standingApprovals;
    expect(state.amendments).toEqual(expect.arrayContaining([earlier.hash, after.hash]));
    expect(state.amendments).toHaveLength(2);
    expect(approval === undefined ? null : foldApproved(history, approval, defaultScheme)?.fields.get('title')?.shown.value).toBe('Minutes');
  });

  it('has no amendments while nothing is approved', () => {
    expect(folded(anEdit({ title: 'x' }))).toMatchObject({ amendments: [], approvals: [], approvalConflict: false });
  });

  it('of two frontiers at the same time is a conflict; of one by two people is none', () => {
    const first = anEdit({ title: 'Minutes' });
    const second = anEdit({ title: 'Minutes, corrected' }, { parents: [first] });
    const one = anApproval(pair(), { parents: [first], device: 'device-b' });
    const two = anApproval(pair(), { parents: [second], device: 'device-c' });
    const alike = anApproval(pair(), { parents: [second], device: 'device-d' });
    expect(folded(first, second, one, two).approvalConflict).toBe(true);
    expect(folded(first, second, two, alike)).toMatchObject({ approvalConflict: false, amendments: [] });
    expect(folded(first, second, two, alike).standingApprovals).toHaveLength(2);
  });

  it('gives way to a later one that covers it', () => {
    const first = anEdit({ title: 'Minutes' });
    const one = anApproval(pair(), { parents: [first], device: 'device-b' });
    const amended = anEdit({ title: 'Amended' }, { parents: [one] });
    const two = anApproval(pair(), { parents: [amended], device: 'device-c' });
    const state = folded(first, one, amended, two);
    expect(state.standingApprovals.map((approval) => approval.change)).toEqual([two.hash]);
    expect(state).toMatchObject({ approvalConflict: false, amendments: [] });
    expect(state.approvals).toHaveLength(2);
  });

  it('shows what is not here yet of what was approved', () => {
    const first = anEdit({ title: 'Minutes' });
    const second = anEdit({ place: 'Bar' }, { parents: [first] });
    const approved = anApproval(pair(), { parents: [second] });
    const approval = { frontier: [second.hash], time: approved.header.time };
    expect(foldApproved(historyOf([approved]), approval, defaultScheme)).toBeNull();
    expect(foldApproved(historyOf([approved, second]), approval, defaultScheme)?.missing).toEqual([first.hash]);
    expect(foldApproved(historyOf([approved, second, first]), approval, defaultScheme)?.missing).toEqual([]);
  });
});

describe('a history that is not whole', () => {
  it('names missing parents and folds what is here', () => {
    const first = anEdit({ title: 'Old' });
    const second = anEdit({ title: 'Middle' }, { parents: [first], minute: 1 });
    const third = anEdit({ title: 'New' }, { parents: [second], minute: 2 });
    const state = folded(first, third);
    expect(state.missing).toEqual([second.hash]);
    expect(state.fields.get('title')).toMatchObject({ rivals: [{ value: 'Old' }] });
    expect(title(first, third, second)).toEqual({ shown: 'New', rivals: [] });
  });
});

describe('erasure', () => {
  it('takes content out of every copy, now and after any import', () => {
    const first = anEdit({ title: 'Name of a witness' });
    const second = anEdit({ place: 'Bar' }, { parents: [first] });
    const whole = historyOf([first, second]);
    const erased = applyErasures(whole, new Set([first.hash]));
    for (const united of [unite(erased, whole), unite(whole, erased)]) {
      const state = fold(united, surroundings);
      expect([...state.fields.keys()]).toEqual(['place']);
      expect(state.erased).toEqual([first.hash]);
      expect(state.heads).toEqual([second.hash]);
    }
  });

  it('changes nothing when nothing of it is here', () => {
    const history = historyOf([anEdit({ title: 'x' })]);
    expect(applyErasures(history, new Set(['0'.repeat(64) as ChangeHash]))).toBe(history);
  });
});
