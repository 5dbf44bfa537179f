import { describe, expect, test } from 'vitest';
import type { RecordId } from '../../../../core/ids.ts';
import type { Blind } from '../../store/rows.ts';
import { recordsPerPiece, Shelves } from './shelves.ts';

const records = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `r${index + from}` as RecordId);
const [one, two] = ['piece-1' as Blind, 'piece-2' as Blind];

describe('shelves', () => {
  test('give every record one place, and fill up', () => {
    const shelves = new Shelves();
    for (const record of records(recordsPerPiece + 1)) shelves.touch(record);
    shelves.touch('r0' as RecordId);
    expect(shelves.takeDirty().map((shelf) => shelf.records.length)).toEqual([recordsPerPiece, 1]);
    expect(shelves.hasDirty).toBe(false);
  });

  test('write anew only what changed', () => {
    const shelves = new Shelves();
    shelves.adopt(one, records(3));
    shelves.adopt(two, records(3, 3));
    for (const record of records(6)) shelves.require(record);
    expect(shelves.hasDirty).toBe(false);
    shelves.touch('r4' as RecordId);
    const dirty = shelves.takeDirty();
    expect(dirty).toEqual([{ number: 1, records: records(3, 3) }]);
    const written = new Map([[1, 'piece-3' as Blind]]);
    expect(shelves.piecesWith(written)).toEqual([one, 'piece-3']);
    expect(shelves.replacedBy(written)).toEqual([two]);
    shelves.settle(written);
    expect(shelves.piecesWith(new Map())).toEqual([one, 'piece-3']);
  });

  test('a new record joins the last one, which keeps its row until that is written', () => {
    const shelves = new Shelves();
    shelves.adopt(one, records(3));
    shelves.require('new' as RecordId);
    const dirty = shelves.takeDirty();
    expect(dirty).toEqual([{ number: 0, records: [...records(3), 'new'] }]);
    shelves.putBack(dirty);
    expect(shelves.piecesWith(new Map())).toEqual([one]);
    expect(shelves.takeDirty()).toEqual(dirty);
  });
});
