import { describe, expect, it } from 'vitest';
import type { ItemKey } from '../../../../core/ids.ts';
import { inOrder, withItemAt, withItemBack, withItemMoved, withoutItem } from '../../kit/keyed-items.ts';
import { meetingForm, withoutBlankRows, type AgendaItem } from './meeting-form.ts';

const item = (title: string) => ({ title, minutes: null, parked: false, outcome: null, level: null });
const three = () => ['one', 'two', 'three'].reduce<AgendaItem[]>((list, title) => withItemAt(list, item(title)), []);
const titles = (list: readonly AgendaItem[]) => inOrder(list).map((one) => one.title);

describe('an item that was taken out', () => {
  it.each([0, 1, 2])('comes back where it stood (%i)', (at) => {
    const list = three();
    const gone = inOrder(list)[at];
    if (gone === undefined) throw new Error('there are three');
    expect(titles(withItemBack(withoutItem(list, gone.key), gone))).toEqual(['one', 'two', 'three']);
  });

  it('comes back before what was added in its place', () => {
    const list = three();
    const gone = inOrder(list).at(-1);
    if (gone === undefined) throw new Error('there are three');
    const meanwhile = withItemAt(withoutItem(list, gone.key), item('new'));
    expect(titles(withItemBack(meanwhile, gone))).toEqual(['one', 'two', 'three', 'new']);
  });

  it('comes back once', () => {
    const list = three();
    expect(titles(withItemBack(list, ...list))).toEqual(['one', 'two', 'three']);
  });
});

describe('the rows of a meeting', () => {
  it('move by one and no further than the ends', () => {
    const list = three();
    const keyOf = (title: string) => list.find((one) => one.title === title)?.key ?? ('' as ItemKey);
    expect(titles(withItemMoved(list, keyOf('three'), -1))).toEqual(['one', 'three', 'two']);
    expect(titles(withItemMoved(list, keyOf('one'), -1))).toEqual(['one', 'two', 'three']);
  });

  it('are not saved when nothing was ever filled in, unless lines hang on them', () => {
    const agenda = [...three(), ...withItemAt<AgendaItem>([], item('')), ...withItemAt<AgendaItem>([], item(''))];
    const noted = agenda[4];
    if (noted === undefined) throw new Error('there are five');
    const line = { key: 'k' as ItemKey, order: 'a0', item: noted.key, type: 'discussion', text: 'Noted.', owner: '', due: null, action: null } as const;
    const value = meetingForm({ agenda, lines: [line], annexes: [{ key: 'a', order: 'a0', title: ' ' }] });
    const kept = withoutBlankRows(value);
    expect(kept.agenda.map((one) => one.title)).toEqual(['one', 'two', 'three', '']);
    expect(kept.annexes).toEqual([]);
  });
});
