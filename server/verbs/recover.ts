import type { PersonId } from '../../core/ids.ts';
import { jsonToBytes } from '../../core/crypto/canonical.ts';
import type { Letter } from '../../core/letters/letter.ts';
import { keyToText } from '../../core/organisation/key-text.ts';
import { unwrapForRecovery } from '../../core/organisation/recovery-key.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { ageLockOf, ageSealOptions } from '../backup/age-lock.ts';
import { placeOf } from '../office/reading-place.ts';
import { findCompartments } from '../office/compartments.ts';
import { atDesk, deskOptions, type Desk } from '../office/desk.ts';
import { certificateOf, findMember, withCertificate, withMember } from '../office/members.ts';
import { bringUpToDate } from '../office/membership.ts';
import type { OfficeCompartment } from '../office/office-book.ts';
import { readCompartment } from '../office/parcel-reader.ts';
import { openRecoveryOf, recoveryOptions } from '../office/passphrase.ts';
import { recoveryPairOf, type RecoveryKey } from '../office/recovery-file.ts';
import { replaceFile } from '../office/replace-file.ts';
import type { ServerFailure } from '../sentences.ts';
import { countOf } from '../table.ts';
import { dryRunOption, isDryRun, textOf, type Verb } from '../verb.ts';

/** Opens a compartment with the recovery key: for a successor, and as a sealed file of what is in it. */
export const recover: Verb = {
  name: 'recover',
  says: 'opens a compartment with the recovery key: hands its keys to a successor, writes its letters into an age file',
  options: {
    ...deskOptions,
    ...recoveryOptions,
    ...dryRunOption,
    ...ageSealOptions,
    compartment: { type: 'string', says: 'GROUP:MARKING', needed: true },
    successor: { type: 'string', says: 'a member who takes over: becomes a member of the group and is given every key' },
    out: { type: 'string', says: 'age file for the opened letters' },
  },
  async run(surroundings) {
    const recovery = await openRecoveryOf(surroundings);
    if (!recovery.ok) return recovery;
    return atDesk(surroundings, async (desk) => {
      const opened = await openKeys(desk, recovery.value, textOf(surroundings.values, 'compartment'));
      if (!opened.ok) return opened;
      const letters = await readLetters(desk, opened.value.compartment);
      if (!letters.ok) return letters;
      const [out, successor] = [textOf(surroundings.values, 'out'), textOf(surroundings.values, 'successor')];
      const lock = out === '' ? ok(null) : ageLockOf(surroundings);
      if (!lock.ok) return lock;
      if (lock.value !== null && !isDryRun(surroundings.values)) {
        const { jwg, marking, id } = opened.value.compartment;
        const file = { format: 'rapporteur-recovered', v: 1, compartment: id, jwg, marking, at: desk.now, letters: letters.value.letters };
        if (!replaceFile(out, await lock.value.seal(jsonToBytes(file)))) return failed('file-unwritable', { path: out });
      }
      const handed = successor === '' ? ok(null) : await handOver(desk, opened.value.compartment, successor);
      if (!handed.ok) return handed;
      const { restored, epochs } = opened.value;
      return ok({
        lines: [
          `${countOf(epochs, 'key')} opened with the recovery key${restored === 0 ? '' : `, ${restored} of them were missing here`}.`,
          `${countOf(letters.value.letters.length, 'letter')} can be read${letters.value.unreadable === 0 ? '' : `, ${countOf(letters.value.unreadable, 'parcel')} cannot`}.`,
          ...(out === '' ? [] : [`They are in ${out}.`]),
          ...(handed.value === null ? [] : [`${handed.value} has every key and receives the records with the next synchronisation.`]),
        ],
        data: { epochs, restored, letters: letters.value.letters.length, unreadable: letters.value.unreadable, successor: handed.value },
      });
    }, { mayBeBehind: true });
  },
};

interface OpenedKeys {
  readonly compartment: OfficeCompartment;
  readonly epochs: number;
  readonly restored: number;
}

/** Every epoch's key as the recovery key opens it from the directory; those missing in the book are put back. */
async function openKeys(desk: Desk, recovery: RecoveryKey, name: string): Promise<Result<OpenedKeys, ServerFailure>> {
  if (recovery.organisation.signKey !== desk.book().sign.public) return failed('recovery-other-organisation');
  const found = findCompartments(desk.book(), [name]);
  if (!found.ok) return found;
  const compartment = desk.book().compartments.find((one) => one.id === found.value[0]);
  if (compartment === undefined || found.value.length > 1) return failed('compartment-unknown', { name });
  const directory = await desk.directory();
  if (!directory.ok) return directory;
  const epochs = new Map(compartment.epochs.map((one) => [one.epoch, one.key]));
  const before = epochs.size;
  const wrapped = directory.value.recovery.get(compartment.id) ?? new Map<number, string>();
  for (const [epoch, sealed] of wrapped) {
    const key = unwrapForRecovery(sealed, { compartment: compartment.id, epoch }, recoveryPairOf(recovery));
    if (!key.ok) return key;
    epochs.set(epoch, keyToText(key.value));
  }
  const whole = { ...compartment, epochs: [...epochs].map(([epoch, key]) => ({ epoch, key })).toSorted((one, other) => one.epoch - other.epoch) };
  const restored = epochs.size - before;
  const book = desk.book();
  const kept = restored === 0 ? ok(null) : desk.keep({ ...book, compartments: book.compartments.map((one) => (one.id === whole.id ? whole : one)) });
  return kept.ok ? ok({ compartment: whole, epochs: wrapped.size, restored }) : kept;
}

async function readLetters(desk: Desk, compartment: OfficeCompartment): Promise<Result<{ readonly letters: readonly Letter[]; readonly unreadable: number }, ServerFailure>> {
  const place = await placeOf(desk, compartment);
  if (!place.ok) return place;
  const letters: Letter[] = [];
  let unreadable = 0;
  const read = await readCompartment(desk.couchdb, place.value, (document) => {
    if (document.kind === 'parcel') letters.push(...document.letters.map((one) => one.letter));
    if (document.kind === 'unreadable') unreadable += 1;
  });
  return read.ok ? ok({ letters, unreadable }) : read;
}

async function handOver(desk: Desk, compartment: OfficeCompartment, successor: string): Promise<Result<string, ServerFailure>> {
  const member = findMember(desk.book(), successor);
  if (!member.ok) return member;
  const certificate = certificateOf(member.value, desk.book());
  const belongs = certificate.jwgs.some((one) => one.jwg === compartment.jwg && one.until === null);
  if (!belongs) {
    const joined = withCertificate(member.value, (before) => ({ ...before, jwgs: [...before.jwgs, { jwg: compartment.jwg, from: desk.now, until: null }] }), desk.book());
    const kept = desk.keep(withMember(desk.book(), joined));
    if (!kept.ok) return kept;
  }
  const done = await bringUpToDate(desk, member.value.person);
  if (!done.ok) return done;
  return holdsKey(desk, member.value.person, compartment) ? ok(certificate.person.name) : failed('successor-not-cleared', { name: certificate.person.name });
}

function holdsKey(desk: Desk, person: PersonId, compartment: OfficeCompartment): boolean {
  const member = desk.book().members.find((one) => one.person === person);
  return member?.grants.some((one) => one.compartments.includes(compartment.id)) === true;
}
