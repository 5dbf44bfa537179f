import { describe, expect, it } from 'vitest';
import type { ChangeHash, DeviceId, RecordId } from '../../../../core/ids.ts';
import { failed, ok } from '../../../../core/result.ts';
import type { EngineApi, FieldConflict, RecordView, Version } from '../../../engine/api.ts';
import { preferred, settleMany } from './settle-many.ts';

const version = (device: string, at: number): Version => ({ change: `${device}${String(at)}` as ChangeHash, value: `by ${device}`, author: device, device: device as DeviceId, at });
const conflict = (field: string, shown: Version, ...rivals: Version[]): FieldConflict => ({ field, shown, rivals });
const mine = new Set(['mine', 'mine-too'] as DeviceId[]);
const record = (name: string) => ({ kind: 'note' as const, record: name as RecordId });

type Notebook = Pick<EngineApi['notebook'], 'open' | 'settle'>;

function aNotebook(records: Readonly<Record<string, { standing?: RecordView['standing']; conflicts: readonly FieldConflict[] }>>, refuse?: string) {
  const written: string[] = [];
  const notebook = {
    open: async (_: unknown, id: RecordId) => {
      const found = records[id];
      return found === undefined ? failed('not-found') : ok({ standing: found.standing ?? 'open', fieldConflicts: found.conflicts });
    },
    settle: async (id: RecordId, field: string, value: unknown) => {
      if (field === refuse) return failed('storage-full');
      written.push(`${id} ${field}: ${String(value)}`);
      return ok({});
    },
  } as unknown as Notebook;
  return { notebook, written };
}

describe('the text that is taken', () => {
  const three = conflict('title', version('ben', 9), version('mine', 3), version('mine-too', 5));

  it('is the one shown, or the newest of one’s own, whichever of one’s laptops wrote it', () => {
    expect(preferred(three, 'latest', mine)?.device).toBe('ben');
    expect(preferred(three, 'mine', mine)?.device).toBe('mine-too');
    expect(preferred(conflict('title', version('ben', 9), version('eva', 3)), 'mine', mine)).toBeNull();
  });
});

describe('settling many at once', () => {
  const both = conflict('title', version('ben', 9), version('mine', 3));
  const theirs = conflict('place', version('ben', 9), version('eva', 3));

  it('writes each field once and leaves what it cannot decide', async () => {
    const { notebook, written } = aNotebook({ one: { conflicts: [both, theirs] }, two: { conflicts: [both] }, locked: { standing: 'approved', conflicts: [both] } });
    const settled = await settleMany(notebook, ['one', 'two', 'locked', 'gone'].map(record), 'mine', mine);
    expect(settled).toEqual({ fields: 2, left: 2, failure: null });
    expect(written).toEqual(['one title: by mine', 'two title: by mine']);
  });

  it('stops at what cannot be written; what was settled stays so', async () => {
    const { notebook, written } = aNotebook({ one: { conflicts: [both] }, two: { conflicts: [theirs, both] } }, 'place');
    expect(await settleMany(notebook, ['one', 'two'].map(record), 'latest', mine)).toEqual({ fields: 1, left: 0, failure: 'storage-full' });
    expect(written).toHaveLength(1);
  });
});
