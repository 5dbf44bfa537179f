import { canonicalHash } from '../../../../core/crypto/canonical.ts';
import type { ChangeHash } from '../../../../core/ids.ts';
import type { ClockReading } from '../../../../core/ledger/hybrid-clock.ts';
import type { MarkingScheme } from '../../../../core/markings/marking.ts';
import type { Blind } from '../../store/rows.ts';
import type { Entry } from '../catalogue.ts';
import type { Front } from './front.ts';

/** A record as the snapshot has it: its entry, and which of its changes have not gone. */
export interface StoredRecord {
  readonly entry: Entry;
  readonly unsent: readonly ChangeHash[];
}

/** What a piece holds. */
export type Piece = readonly StoredRecord[];

/**
 * The snapshot's first row: which pieces make it up, and what can be said without them. It is written
 * last and replaced in one transaction with the marks that it makes needless, so what it names is
 * whole, and what is newer is marked.
 */
export interface Manifest {
  /** Under what rules the entries were worked out (`rulesOf`). */
  readonly rules: string;
  readonly pieces: readonly Blind[];
  readonly front: readonly StoredRecord[];
  readonly day: Front['day'];
  readonly ends: Front['ends'];
  readonly reading: ClockReading | null;
  /** Rows of changes that did not open when they were last read. */
  readonly damaged: readonly string[];
}

/**
 * What entries follow from, besides the changes: this build of the app and the markings in force. A
 * snapshot made under other rules is not used.
 */
export function rulesOf(build: string, scheme: MarkingScheme): string {
  return canonicalHash({ v: 1, build, markings: scheme.markings });
}
