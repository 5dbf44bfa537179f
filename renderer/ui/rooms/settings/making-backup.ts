import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Failure } from '../../../../core/result.ts';
import type { BackupMade, BackupRequest } from '../../../engine/api.ts';
import { chooseBackupPlace, type BackupPlace } from '../../engine-client/backup-place.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import type { Engine } from '../../engine-client/start-engine.ts';
import { outsideStore } from '../../kit/outside-store.ts';
import { staysOpenWhile } from '../../kit/stays-open.ts';
import { today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';

export type SavedBackup = BackupMade & { readonly name: string };

type Making =
  | { readonly at: 'choosing'; readonly failure: Failure | null }
  | { readonly at: 'writing' }
  | { readonly at: 'saved'; readonly backup: SavedBackup };

const choosing: Making = { at: 'choosing', failure: null };
/** Outside the page: gigabytes take many minutes, and whoever looks something up meanwhile finds it again. A lock forgets it. */
const making = outsideStore<Making>(choosing);

/** The making of a backup, from wherever its page was left. */
export function useMakingBackup() {
  const say = useWords('laptop');
  const engine = useEngine();
  const client = useQueryClient();
  const make = async (request: BackupRequest) => {
    making.set(choosing);
    const place = await chooseBackupPlace(say('backup.file-name', { day: today() }));
    if (place === null) return;
    if ('code' in place) return making.set({ at: 'choosing', failure: place });
    making.set({ at: 'writing' });
    making.set(await written(engine, request, place));
    await client.invalidateQueries({ queryKey: ['today', 'backup'] });
  };
  // What was seen is not shown again; what is being written goes on.
  useEffect(() => () => making.change((now) => (now.at === 'writing' ? now : choosing)), []);
  return { now: making.use(), make, again: () => making.set(choosing) };
}

async function written(engine: Engine, request: BackupRequest, place: BackupPlace): Promise<Making> {
  const broken = { ok: false, failure: { code: 'broken' } } as const;
  const made = await staysOpenWhile('backup', engine.devices.backUp(request, place.out)).catch(() => broken);
  if (made.ok) return { at: 'saved', backup: { ...made.value, name: place.name() } };
  return { at: 'choosing', failure: made.failure.code === 'cancelled' ? null : made.failure };
}
