import type { BackupProgress } from '../devices-api.ts';

/** Looks on while a backup is made or brought back: tells how far it is and lets others have their turn. Throws `Cancelled`. */
export interface BackupWatch {
  at(phase: BackupProgress['phase'], done: number, total: number): Promise<void>;
}

/** The person wants it no more, or the vault was locked: caught where it was begun. */
export class Cancelled extends Error {}

export const unwatched: BackupWatch = { at: async () => undefined };

/** One thing at a time is done with backups; beginning the next ends the one before. */
export class BackupRuns {
  private readonly progress: (progress: BackupProgress) => void;
  private run = 0;

  constructor(progress: (progress: BackupProgress) => void) {
    this.progress = progress;
  }

  begin(goesOn: () => boolean = () => true): BackupWatch {
    this.run += 1;
    const { run } = this;
    return {
      at: async (phase, done, total) => {
        this.progress({ phase, done, total });
        // What was asked meanwhile (a note to be saved, a cancelling) has its turn.
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (run !== this.run || !goesOn()) throw new Cancelled();
      },
    };
  }

  cancel(): void {
    this.run += 1;
  }

  end(): void {
    this.progress({ phase: 'done', done: 0, total: 0 });
  }
}
