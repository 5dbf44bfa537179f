import { useCallback, useState } from 'react';
import type { BackupProgress, EngineEvent } from '../../engine/api.ts';
import { useEngineEvents } from './engine-context.tsx';

/** How far the backup is that is being made or brought back; `null` until something is told of it. */
export function useBackupProgress(): BackupProgress | null {
  const [progress, setProgress] = useState<BackupProgress | null>(null);
  useEngineEvents(
    useCallback((event: EngineEvent) => {
      if (event.type === 'backup' && event.progress.phase !== 'done') setProgress(event.progress);
    }, []),
  );
  return progress;
}
