import { failed, ok } from '../../core/result.ts';
import { officeOptions, openOfficeOf, recoveryOptions } from '../office/passphrase.ts';
import { makeRecoveryKey } from '../office/recovery-making.ts';
import { dryRunOption, textOf, type Verb } from '../verb.ts';

/** Makes a recovery key for an organisation that has none yet. */
export const recoveryCreate: Verb = {
  name: 'recovery create',
  says: 'makes the organisation\'s recovery key, when "organisation create" did not',
  options: { ...officeOptions, ...recoveryOptions, ...dryRunOption },
  async run(surroundings) {
    const path = textOf(surroundings.values, 'recovery');
    const office = await openOfficeOf(surroundings);
    if (!office.ok) return office;
    try {
      if (office.value.book.recovery !== null) return failed('recovery-there');
      const made = await makeRecoveryKey(surroundings, office.value);
      if (!made.ok) return made;
      return ok({
        lines: [`The recovery key is in ${path}. Keep it offline.`, 'Run "setup": it seals every key to it.'],
        data: { recovery: path },
      });
    } finally {
      office.value.close();
    }
  },
};
