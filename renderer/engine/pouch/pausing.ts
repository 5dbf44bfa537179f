import { z } from 'zod';
import type { Instant } from '../../../core/ids.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { SealedStates, StoreFailure } from '../pouch-seam/pouch-ground.ts';

const stateName = 'pouch/paused';

const schema = z.object({ why: z.enum(['person', 'stopped']), since: z.number() }).nullable();
export type KeptPause = NonNullable<z.output<typeof schema>>;

/** Whether the pouch may go by itself, as the person said last: kept, so that neither a lock nor a restart forgets it. */
export interface Pausing {
  /** `null`: it goes. */
  now(): Promise<KeptPause | null>;
  /** `person`: until they let it go on. `stopped`: they stopped an exchange; what they ask for next lifts it too. */
  pause(why: KeptPause['why']): Promise<Result<null, StoreFailure>>;
  goOn(): Promise<Result<null, StoreFailure>>;
  /** The person delivers: they did not mean the stop for longer. */
  asked(): Promise<void>;
}

export function createPausing(states: SealedStates, clock: () => Instant): Pausing {
  let known: Promise<KeptPause | null> | null = null;
  const now = () => (known ??= states.read(stateName, schema).then((read) => (read.ok ? read.value : null)));
  async function keep(value: KeptPause | null): Promise<Result<null, StoreFailure>> {
    // Holds at once, also when it cannot be kept: what is worse is told.
    known = Promise.resolve(value);
    const written = await states.write([{ name: stateName, value }]);
    return written.ok ? ok(null) : failed(written.failure.code);
  }
  return {
    now,
    async pause(why) {
      // Stopping what runs does not make less of a pause that was asked for.
      return why === 'stopped' && (await now()) !== null ? ok(null) : keep({ why, since: clock() });
    },
    goOn: () => keep(null),
    async asked() {
      if ((await now())?.why === 'stopped') await keep(null);
    },
  };
}
