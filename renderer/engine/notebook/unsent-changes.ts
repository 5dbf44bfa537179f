import type { ChangeHash, RecordId } from '../../../core/ids.ts';

/** Names a change and the record it is of. */
export interface ChangeOfRecord {
  readonly record: RecordId;
  readonly change: ChangeHash;
}

/** Which changes have not gone yet, from memory. */
export class UnsentChanges {
  private readonly records = new Map<RecordId, readonly ChangeHash[]>();

  get recordCount(): number {
    return this.records.size;
  }

  of(record: RecordId): readonly ChangeHash[] {
    return this.records.get(record) ?? [];
  }

  byRecord(): ReadonlyMap<RecordId, readonly ChangeHash[]> {
    return this.records;
  }

  has({ record, change }: ChangeOfRecord): boolean {
    return this.of(record).includes(change);
  }

  add(record: RecordId, changes: readonly ChangeHash[]): void {
    if (changes.length > 0) this.records.set(record, [...new Set([...this.of(record), ...changes])]);
  }

  remove({ record, change }: ChangeOfRecord): void {
    const left = this.of(record).filter((hash) => hash !== change);
    if (left.length > 0) this.records.set(record, left);
    else this.records.delete(record);
  }

  clear(): void {
    this.records.clear();
  }
}
