import { unwrapForRecovery } from '../../core/organisation/recovery-key.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { atDesk, deskOptions, type Desk } from '../office/desk.ts';
import { openRecoveryOf, recoveryOptions } from '../office/passphrase.ts';
import { recoveryPairOf, type RecoveryKey } from '../office/recovery-file.ts';
import type { ServerFailure } from '../sentences.ts';
import type { Verb } from '../verb.ts';

/** The drill: whether the recovery key would open everything today. Nothing is changed and nothing is read of anybody. */
export const recoveryCheck: Verb = {
  name: 'recovery check',
  says: 'tries whether the recovery key opens every compartment\'s keys; changes nothing',
  options: { ...deskOptions, ...recoveryOptions },
  async run(surroundings) {
    const recovery = await openRecoveryOf(surroundings);
    if (!recovery.ok) return recovery;
    return atDesk(surroundings, async (desk) => {
      const tried = await tryAll(desk, recovery.value);
      if (!tried.ok) return tried;
      const { opened, missing } = tried.value;
      return ok({
        lines: [
          `The recovery key opens ${opened} keys of ${desk.book().compartments.length} compartments.`,
          missing.length === 0 ? 'Every key that there is can be recovered.' : `Not sealed to it yet: ${missing.join(', ')}. Run "setup".`,
        ],
        data: { opened, missing },
      });
    });
  },
};

async function tryAll(desk: Desk, recovery: RecoveryKey): Promise<Result<{ readonly opened: number; readonly missing: readonly string[] }, ServerFailure>> {
  const book = desk.book();
  if (recovery.organisation.signKey !== book.sign.public) return failed('recovery-other-organisation');
  if (book.recovery?.public !== recovery.box.public) return failed('recovery-cannot-open');
  const directory = await desk.directory();
  if (!directory.ok) return directory;
  let opened = 0;
  const missing: string[] = [];
  for (const one of book.compartments) {
    for (const { epoch } of one.epochs) {
      const sealed = directory.value.recovery.get(one.id)?.get(epoch);
      if (sealed === undefined) {
        missing.push(`${one.jwg}:${one.marking} key ${epoch}`);
        continue;
      }
      const key = unwrapForRecovery(sealed, { compartment: one.id, epoch }, recoveryPairOf(recovery));
      if (!key.ok) return key;
      opened += 1;
    }
  }
  return ok({ opened, missing });
}
