import { proxy } from 'comlink';
import { failed, ok, type Failure } from '../../../core/result.ts';
import type { BackupOut } from '../../engine/api.ts';
import { bridge } from './bridge.ts';

/** Where the person wants a backup. */
export interface BackupPlace {
  /** For the engine, which writes to it from the worker. */
  readonly out: BackupOut;
  /** What it was called in the end. */
  name(): string;
}

/** Asks where a backup is to go; `null` when the person puts the dialog away. Nothing stands there until it is written to its end. */
export async function chooseBackupPlace(suggestedName: string): Promise<BackupPlace | null | Failure> {
  const begun = await bridge().call('outside:begin', { how: 'backup', suggestedName });
  if (begun === null) return null;
  if ('failure' in begun) return { code: begun.failure };
  const { id } = begun;
  let name = suggestedName;
  const out: BackupOut = {
    write: async (bytes) => {
      const refused = await bridge().call('outside:piece', { id, bytes: new Uint8Array(bytes) });
      return refused === null ? ok(null) : failed(refused.failure);
    },
    end: async () => {
      const ended = await bridge().call('outside:end', { id });
      if ('failure' in ended) return failed(ended.failure === 'no-program' ? 'unwritable' : ended.failure);
      name = ended.name;
      return ok(null);
    },
    abandon: async () => {
      await bridge().call('outside:abandon', { id });
    },
  };
  // Functions that cross to the worker must be a proxy.
  return { out: proxy(out), name: () => name };
}

