import type { SignSecretKey } from '../../core/crypto/keys.ts';
import type { ChangeHash, DeviceId, MarkingId, PersonId, RecordId } from '../../core/ids.ts';
import type { Change, FieldValue, HybridTime } from '../../core/ledger/change.ts';
import { formatTime } from '../../core/ledger/hybrid-clock.ts';
import { makeChange, type NewChange } from '../../core/ledger/make-change.ts';

/** The present of every test about histories. */
export const noon = Date.UTC(2026, 10, 24, 12);
export const aRecord = 'record-1' as RecordId;
export const sensitive = 'SENSITIVE' as MarkingId;

/** A reading `minutes` after noon by a device. */
export function at(minutes: number, device = 'device-a'): HybridTime {
  return formatTime({ ms: noon + minutes * 60_000, counter: 0 }, device as DeviceId);
}

interface Circumstances {
  readonly parents?: readonly (Change | ChangeHash)[];
  readonly device?: string;
  /** Minutes after noon. */
  readonly minute?: number;
  readonly level?: string;
}

/** An edit that writes these fields. */
export function anEdit(fields: Readonly<Record<string, FieldValue>>, circumstances: Circumstances = {}): Change {
  return made({ ...common(circumstances), act: 'edit', fields }, circumstances);
}

/** A move into the bin or out of it. */
export function aMove(act: 'bin' | 'restore', circumstances: Circumstances = {}): Change {
  return made({ ...common(circumstances), act }, circumstances);
}

/** An approval of its parents, or of `frontier` among them. */
export function anApproval(signWith: SignSecretKey, circumstances: Circumstances & { readonly frontier?: readonly Change[] }): Change {
  const parents = common(circumstances);
  const frontier = circumstances.frontier?.map((change) => change.hash) ?? parents.parents;
  return made({ ...parents, act: 'approve', frontier, signWith }, circumstances);
}

function common({ parents = [], device = 'device-a', level = sensitive }: Circumstances) {
  return {
    record: aRecord,
    kind: 'meeting' as const,
    author: `person-of-${device}` as PersonId,
    device: device as DeviceId,
    parents: parents.map((parent) => (typeof parent === 'string' ? parent : parent.hash)),
    level: level as MarkingId,
  };
}

function made(input: NewChange, { device = 'device-a', minute = 0 }: Circumstances): Change {
  const change = makeChange(input, at(minute, device));
  if (!change.ok) throw new Error(change.failure.code);
  return change.value;
}
