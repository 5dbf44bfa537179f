import { jsonFromBytes, jsonToBytes } from '../../../core/crypto/canonical.ts';
import type { IndexKey, SealKey } from '../../../core/crypto/keys.ts';
import { blindIndex, open, randomId, seal } from '../../../core/crypto/sodium.ts';
import type { SealedPiece } from '../../../core/files/sealed-file.ts';
import type { ChainId, ChangeHash, CompartmentId, DraftId, FileId, ParcelId, PieceId, RecordId } from '../../../core/ids.ts';
import type { Change } from '../../../core/ledger/change.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { Draft } from '../api.ts';
import type { LetterRecord, NamedState, OutgoingParcel } from '../pouch-seam/pouch-ground.ts';
import type { RegisterPage } from '../registers/register-pages.ts';
import type { Blind, ChangeRow, LetterRow, PairKey, PieceRow, SinceRow, SingleRow, UnsentRow } from './rows.ts';

/** Keyed hashes are no secret beside what is open in memory anyway. */
const recordKeysKept = 20_000;

/** The keys of an open vault that rows need. */
export interface RowKeys {
  readonly seal: SealKey<'notebook-row'>;
  readonly index: IndexKey;
}

/**
 * Between plain values and rows. Each row is sealed with its table and its own key as context, so a
 * row that was copied over another does not open. Synchronous throughout: it is always done before a
 * transaction, and there is nothing to wait for.
 *
 * A row that opens was written by this vault, so its shape is not validated again: what arrives from
 * others is validated where it arrives.
 */
export class SealedRows {
  private readonly keys: RowKeys;
  /** Keys of the records met last: one write asks for each several times. */
  private readonly recordKeys = new Map<RecordId, Blind>();

  constructor(keys: RowKeys) {
    this.keys = keys;
  }

  changeKey(record: RecordId, change: ChangeHash): PairKey {
    return [this.recordKey(record), this.blind('change', change)];
  }

  recordKey(record: RecordId): Blind {
    const known = this.recordKeys.get(record);
    if (known !== undefined) return known;
    if (this.recordKeys.size >= recordKeysKept) this.recordKeys.clear();
    const key = this.blind('record', record);
    this.recordKeys.set(record, key);
    return key;
  }

  draftKey(draft: DraftId): Blind {
    return this.blind('draft', draft);
  }

  stateKey(name: string): Blind {
    return this.blind('state', name);
  }

  sealChange(change: Change): ChangeRow {
    const [record, id] = this.changeKey(change.header.record, change.hash);
    return { record, id, sealed: this.seal(`changes/${record}/${id}`, change) };
  }

  openChange(row: ChangeRow): Result<Change, 'damaged'> {
    return this.open<Change>(`changes/${row.record}/${row.id}`, row.sealed);
  }

  unsentMark(change: Change): UnsentRow {
    const [record, id] = this.changeKey(change.header.record, change.hash);
    return { record, id };
  }

  sinceMark([record, ...others]: readonly [RecordId, ...RecordId[]]): SinceRow {
    const mark = { record: this.recordKey(record), id: randomId<Blind>() };
    return others.length === 0 ? mark : { ...mark, others: others.map((other) => this.recordKey(other)) };
  }

  sealDraft(draft: Draft): SingleRow {
    const id = this.draftKey(draft.draft);
    return { id, sealed: this.seal(`drafts/${id}`, draft) };
  }

  openDraft(row: SingleRow): Result<Draft, 'damaged'> {
    return this.open<Draft>(`drafts/${row.id}`, row.sealed);
  }

  compartmentKey(compartment: CompartmentId): Blind {
    return this.blind('compartment', compartment);
  }

  /** Letters of one compartment that are stored together are one row, named after all of them. */
  sealLetters(letters: readonly [LetterRecord, ...LetterRecord[]]): LetterRow {
    const compartment = this.compartmentKey(letters[0].compartment);
    const id = this.blind('letters', letters.map((letter) => letter.hash).sort().join());
    return { compartment, id, sealed: this.seal(`letters/${compartment}/${id}`, letters) };
  }

  openLetters(row: LetterRow): Result<readonly LetterRecord[], 'damaged'> {
    return this.open<readonly LetterRecord[]>(`letters/${row.compartment}/${row.id}`, row.sealed);
  }

  fileKey(file: FileId): Blind {
    return this.blind('file', file);
  }

  pieceKey(file: FileId, piece: PieceId): PairKey {
    return [this.fileKey(file), this.blind('piece', piece)];
  }

  /** Not sealed again: a piece is sealed under its file's key, and its id is the hash of that. */
  pieceRow(file: FileId, piece: SealedPiece): PieceRow {
    const [key, id] = this.pieceKey(file, piece.id);
    return { file: key, id, sealed: piece.sealed };
  }

  parcelKey(parcel: ParcelId): Blind {
    return this.blind('parcel', parcel);
  }

  sealParcel(parcel: OutgoingParcel): SingleRow {
    const id = this.parcelKey(parcel.document._id);
    return { id, sealed: this.seal(`outbox/${id}`, parcel) };
  }

  openParcel(row: SingleRow): Result<OutgoingParcel, 'damaged'> {
    return this.open<OutgoingParcel>(`outbox/${row.id}`, row.sealed);
  }

  sealState(state: NamedState): SingleRow {
    const id = this.stateKey(state.name);
    return { id, sealed: this.seal(`states/${id}`, state.value) };
  }

  openState(row: SingleRow): Result<unknown, 'damaged'> {
    return this.open<unknown>(`states/${row.id}`, row.sealed);
  }

  manifestKey(): Blind {
    return this.blind('catalogue', 'manifest');
  }

  /** A piece of the snapshot under a key of its own each time: an earlier piece can not stand in for a later one. */
  sealPiece(value: unknown): SingleRow {
    return this.sealCatalogue(this.blind('catalogue', randomId()), value);
  }

  sealManifest(value: unknown): SingleRow {
    return this.sealCatalogue(this.manifestKey(), value);
  }

  openCatalogue(row: SingleRow): Result<unknown, 'damaged'> {
    return this.open<unknown>(`catalogue/${row.id}`, row.sealed);
  }

  indexManifestKey(): Blind {
    return this.blind('search', 'manifest');
  }

  sealIndexManifest(value: unknown): SingleRow {
    const id = this.indexManifestKey();
    return { id, sealed: this.seal(`search/${id}`, value) };
  }

  openIndexManifest(row: SingleRow): Result<unknown, 'damaged'> {
    return this.open<unknown>(`search/${row.id}`, row.sealed);
  }

  /** A piece of the search index, as bytes and under a key of its own each time. */
  sealIndexPiece(bytes: Uint8Array): SingleRow {
    const id = this.blind('search', randomId());
    return { id, sealed: seal(this.keys.seal, bytes, `search/${id}`) };
  }

  openIndexPiece(row: SingleRow): Result<Uint8Array, 'damaged'> {
    const plain: Result<Uint8Array> = row.sealed instanceof Uint8Array ? open(this.keys.seal, row.sealed, `search/${row.id}`) : failed('damaged');
    return plain.ok ? plain : failed('damaged');
  }

  registerPageKey(chain: ChainId, page: number): Blind {
    return this.blind('register', `${chain}/${String(page)}`);
  }

  sealRegisterPage(page: RegisterPage): SingleRow {
    const id = this.registerPageKey(page.name.chain, page.page);
    return { id, sealed: this.seal(`registers/${id}`, page) };
  }

  openRegisterPage(row: SingleRow): Result<RegisterPage, 'damaged'> {
    return this.open<RegisterPage>(`registers/${row.id}`, row.sealed);
  }

  private sealCatalogue(id: Blind, value: unknown): SingleRow {
    return { id, sealed: this.seal(`catalogue/${id}`, value) };
  }

  private seal(context: string, value: unknown): ChangeRow['sealed'] {
    return seal(this.keys.seal, jsonToBytes(value), context);
  }

  private open<Value>(context: string, sealed: unknown): Result<Value, 'damaged'> {
    if (!(sealed instanceof Uint8Array)) return failed('damaged');
    const plain = open(this.keys.seal, sealed, context);
    if (!plain.ok) return failed('damaged');
    const value = jsonFromBytes(plain.value);
    return value === undefined ? failed('damaged') : ok(value as Value);
  }

  private blind(what: string, id: string): Blind {
    return blindIndex(this.keys.index, `${what}/${id}`) as Blind;
  }
}
