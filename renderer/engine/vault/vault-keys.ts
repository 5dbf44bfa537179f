import type { IndexKey, SealKey } from '../../../core/crypto/keys.ts';
import { deriveKey, wipe } from '../../../core/crypto/sodium.ts';
import type { RowKeys } from '../store/sealed-rows.ts';
import type { DataKey } from './key-slots.ts';

/** What an open vault holds: keys of one purpose each, derived from the data key, which is not kept. */
export interface VaultKeys extends RowKeys {
  /** Names of local PouchDB databases. */
  readonly names: IndexKey;
}

/** Derives the keys of an open vault and wipes the data key. */
export function vaultKeys(dataKey: DataKey): VaultKeys {
  const keys = {
    seal: deriveKey(dataKey, 'rowseal1') as SealKey<'notebook-row'>,
    index: deriveKey(dataKey, 'rowindex') as IndexKey,
    names: deriveKey(dataKey, 'dbnames1') as IndexKey,
  };
  wipe(dataKey);
  return keys;
}

export function wipeKeys(keys: VaultKeys): void {
  wipe(keys.seal);
  wipe(keys.index);
  wipe(keys.names);
}
