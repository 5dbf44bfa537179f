import { fingerprint } from '../../core/organisation/fingerprint.ts';
import { keyBytes } from '../../core/organisation/key-text.ts';
import { failed, ok } from '../../core/result.ts';
import { newOfficeBook } from '../office/office-book.ts';
import { makeOffice, officeExists, openOffice } from '../office/office-file.ts';
import { officeOptions, readPassphrase } from '../office/passphrase.ts';
import { textOf, type Verb } from '../verb.ts';

const shortestPassphrase = 16;

/** Makes the organisation's keys, once. Run again it says whose they are and changes nothing. */
export const organisationCreate: Verb = {
  name: 'organisation create',
  says: 'makes the organisation\'s keys file, protected by a passphrase',
  options: { ...officeOptions, name: { type: 'string', says: 'the organisation\'s name, as members will see it', needed: true } },
  async run(surroundings) {
    const [path, name] = [textOf(surroundings.values, 'keys'), textOf(surroundings.values, 'name')];
    const there = officeExists(path);
    const passphrase = await readPassphrase(surroundings, !there);
    if (!passphrase.ok) return passphrase;
    if (!there && [...passphrase.value].length < shortestPassphrase) return failed('passphrase-too-short');
    const office = there ? openOffice(path, passphrase.value) : makeOffice(path, newOfficeBook(name), passphrase.value);
    if (!office.ok) return office;
    const { book } = office.value;
    office.value.close();
    if (book.organisation.name !== name) return failed('office-other-name', { name: book.organisation.name });
    const shown = fingerprint(keyBytes(book.sign.public));
    return ok({
      lines: [
        there ? `The keys of "${name}" are in ${path} already.` : `The keys of "${name}" are in ${path}.`,
        `Fingerprint, for members to compare: ${shown}`,
        'Keep a copy of the file and of its passphrase in two different places. Neither can be made again.',
      ],
      data: { keys: path, made: !there, name, fingerprint: shown },
    });
  },
};
