import type { Sealed } from '../../../core/crypto/keys.ts';

/**
 * Rows as IndexedDB holds them: keyed hashes and sealed bytes, nothing else. The one exception is
 * the header row (vault/header.ts), which must be read before there is a key.
 */
declare const blindBrand: unique symbol;
/** Keyed hash of an identifier (`blindIndex`); the same under one vault's key only. */
export type Blind = string & { readonly [blindBrand]: true };

export interface ChangeRow {
  readonly record: Blind;
  readonly id: Blind;
  readonly sealed: Sealed;
}

/** The mark "not sent yet" on a change. */
export interface UnsentRow {
  readonly record: Blind;
  readonly id: Blind;
}

/** Says that records were written to after the snapshot that stands: one row for each write. `id` is random. */
export interface SinceRow {
  readonly record: Blind;
  readonly id: Blind;
  /** The other records of the same write; absent where there were none, and in rows of before version 6. */
  readonly others?: readonly Blind[];
}

/** A sealed piece of an attached file, as it lies on the server too. */
export interface PieceRow {
  readonly file: Blind;
  readonly id: Blind;
  readonly sealed: Sealed;
}

/** Letters of one compartment that were stored together. */
export interface LetterRow {
  readonly compartment: Blind;
  readonly id: Blind;
  readonly sealed: Sealed;
}

/** A row that is found by one identifier: a draft, a parcel in the outbox, a named state, a piece of the snapshot, a page of a register. */
export interface SingleRow {
  readonly id: Blind;
  readonly sealed: Sealed;
}

export type PairKey = [first: Blind, id: Blind];

/** The header as it was read: nobody has checked it yet. */
export interface HeaderRow {
  readonly id: 'header';
  readonly [name: string]: unknown;
}

/** Everything that one transaction writes and removes. What is not named stays as it is. */
export interface RowBatch {
  readonly header?: HeaderRow;
  readonly changes?: readonly ChangeRow[];
  readonly unsent?: readonly UnsentRow[];
  readonly sent?: readonly PairKey[];
  /** Records whose place in the snapshot this write makes old. */
  readonly since?: readonly SinceRow[];
  readonly drafts?: readonly SingleRow[];
  readonly draftsGone?: readonly Blind[];
  readonly letters?: readonly LetterRow[];
  readonly parcels?: readonly SingleRow[];
  readonly parcelsGone?: readonly Blind[];
  readonly states?: readonly SingleRow[];
  /** Pages of the registers of transfers and consultations. */
  readonly registered?: readonly SingleRow[];
  readonly registeredGone?: readonly Blind[];
  /**
   * Should the power go before the disk has it, the next exchange does it again: what arrived, with
   * the mark of how far was fetched in the same batch, and what the server confirmed. Nobody waits for
   * the disk then. Never for what a person saved or this device sealed.
   */
  readonly repeatable?: boolean;
}

/** What makes the rows of a new snapshot the ones that count, all at once. */
export interface SnapshotTurn {
  readonly manifest: SingleRow;
  /** Marks that the new snapshot covers. */
  readonly covered: readonly SinceRow[];
  readonly marks: readonly SinceRow[];
  /** Rows that only the snapshot before named. */
  readonly replaced: readonly Blind[];
}
