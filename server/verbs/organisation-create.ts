import { fingerprint } from '../../core/organisation/fingerprint.ts';
import { keyBytes } from '../../core/organisation/key-text.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { newOfficeBook } from '../office/office-book.ts';
import { makeOffice, officeExists, openOffice, type Office } from '../office/office-file.ts';
import { officeOptions, readPassphrase, recoveryOptions } from '../office/passphrase.ts';
import { makeRecoveryKey, shortestPassphrase } from '../office/recovery-making.ts';
import type { ServerFailure } from '../sentences.ts';
import { dryRunOption, isDryRun, textOf, type Verb, type VerbOutcome, type VerbSurroundings } from '../verb.ts';

const noRecovery = 'There is no recovery key yet. Make one with "recovery create" before anyone is admitted.';
const advice = 'Keep a copy of each file and of its passphrase in two different places. Neither can be made again.';

/** Makes the organisation's keys, once. Run again it says whose they are and changes nothing. */
export const organisationCreate: Verb = {
  name: 'organisation create',
  says: 'makes the organisation\'s keys file and its recovery key, each protected by a passphrase',
  options: {
    ...officeOptions,
    ...recoveryOptions,
    recovery: { type: 'string', says: 'file for the recovery key, to be kept offline and elsewhere' },
    ...dryRunOption,
    name: { type: 'string', says: 'the organisation\'s name, as members will see it', needed: true },
  },
  async run(surroundings) {
    const [path, name] = [textOf(surroundings.values, 'keys'), textOf(surroundings.values, 'name')];
    const there = officeExists(path);
    if (isDryRun(surroundings.values) && !there) return ok(told({ path, name, made: true, recovery: false, shown: null }));
    const office = await openOrMake(surroundings, path, name, there);
    if (!office.ok) return office;
    try {
      return await finish(surroundings, office.value, name, !there);
    } finally {
      office.value.close();
    }
  },
};

async function openOrMake(surroundings: VerbSurroundings, path: string, name: string, there: boolean): Promise<Result<Office, ServerFailure>> {
  const passphrase = await readPassphrase(surroundings, !there);
  if (!passphrase.ok) return passphrase;
  if (there) return openOffice(path, passphrase.value, surroundings.derive);
  if ([...passphrase.value].length < shortestPassphrase) return failed('passphrase-too-short');
  return makeOffice(path, newOfficeBook(name), passphrase.value, surroundings.derive);
}

async function finish(surroundings: VerbSurroundings, office: Office, name: string, made: boolean): Promise<Result<VerbOutcome, ServerFailure>> {
  const { book, path } = office;
  if (book.organisation.name !== name) return failed('office-other-name', { name: book.organisation.name });
  const wanted = textOf(surroundings.values, 'recovery') !== '' && book.recovery === null;
  const recovery = wanted ? await makeRecoveryKey(surroundings, office) : ok(null);
  if (!recovery.ok) return recovery;
  const shown = fingerprint(keyBytes(book.sign.public));
  return ok(told({ path, name, made, recovery: wanted || book.recovery !== null, shown }));
}

interface Told {
  readonly path: string;
  readonly name: string;
  readonly made: boolean;
  readonly recovery: boolean;
  readonly shown: string | null;
}

function told({ path, name, made, recovery, shown }: Told): VerbOutcome {
  return {
    lines: [
      made ? `The keys of "${name}" are in ${path}.` : `The keys of "${name}" are in ${path} already.`,
      ...(shown === null ? [] : [`Fingerprint, for members to compare: ${shown}`]),
      ...(recovery ? [] : [noRecovery]),
      advice,
    ],
    data: { keys: path, made, name, recovery, fingerprint: shown },
  };
}
