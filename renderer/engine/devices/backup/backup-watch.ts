import type { BackupProgress } from '../devices-api.ts';

/** Looks on while a backup is made: tells how far it is and lets others have their turn. Throws `Cancelled`. */
export interface BackupWatch {
  at(phase: BackupProgress['phase'], done: number, total: number): Promise<void>;
}

/** The person wants no backup any more: caught where it was begun, nothing was written. */
export class Cancelled extends Error {}

export const unwatched: BackupWatch = { at: async () => undefined };
