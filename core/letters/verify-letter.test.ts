import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { aChannel, aCompartment, aPerson, aRecordToSend, level, now } from '../../test/builders/clearance.ts';
import { aCertificate, aLaptop, anOrganisation, today, type ALaptop } from '../../test/builders/organisations.ts';
import { noise } from '../../test/builders/letters.ts';
import { decide } from '../clearance/decide.ts';
import type { Cleared } from '../clearance/decision.ts';
import { cryptoReady, newSealKey, sign, toBase64Url } from '../crypto/sodium.ts';
import type { CompartmentId, JwgId, LetterHash, MarkingId, RecordId } from '../ids.ts';
import type { Change } from '../ledger/change.ts';
import { formatTime } from '../ledger/hybrid-clock.ts';
import { makeChange, type NewChange } from '../ledger/make-change.ts';
import { defaultScheme } from '../markings/default-scheme.ts';
import { signCertificate } from '../organisation/certificate.ts';
import { openDirectory, writeDirectoryEntry, type DirectoryState } from '../organisation/directory.ts';
import { keyToText } from '../organisation/key-text.ts';
import { letterHash, letterMessage, letterPurpose } from './letter-hash.ts';
import type { Letter } from './letter.ts';
import { openParcel, packLetters } from './parcel.ts';
import { verifyLetter, verifyLetters, type LetterContext } from './verify-letter.ts';
import { writeLetter } from './write-letter.ts';

let ana: ALaptop;
let ben: ALaptop;
let eve: ALaptop;
let context: LetterContext;

beforeAll(async () => {
  await cryptoReady;
  [ana, ben, eve] = [aLaptop('Ana Kovač'), aLaptop('Benoît Morel'), aLaptop('Eve')];
  context = { ...place, scheme: defaultScheme, devices: directoryOf([ana, 'jwg-1'], [ben, 'jwg-1'], [eve, 'jwg-2']).devices };
});

const place = { compartment: 'compartment-1' as CompartmentId, jwg: 'jwg-1' as JwgId, marking: 'SENSITIVE' as MarkingId };

/** A directory as the secretariat would write it, read back as a laptop would. */
function directoryOf(...members: readonly (readonly [ALaptop, string])[]): DirectoryState {
  const organisation = anOrganisation();
  const directory = newSealKey<'directory'>();
  let head: DirectoryState['head'] = null;
  const documents = members.map(([laptop, jwg]) => {
    const certificate = signCertificate(aCertificate(laptop, { jwgs: [{ jwg: jwg as JwgId, from: today, until: null }] }), organisation.sign.secretKey);
    const written = writeDirectoryEntry(head, { type: 'certificate', certificate }, today, { directory, sign: organisation.sign.secretKey });
    head = written.head;
    return written.document;
  });
  const opened = openDirectory(documents, directory, keyToText(organisation.sign.publicKey));
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

function clearedFor(highestLevel = 'SENSITIVE', record = 'record-1'): Cleared {
  const facts = aRecordToSend({ record: record as RecordId, level: level(highestLevel) });
  const decision = decide(facts, aCompartment(), aChannel(), aPerson(), now);
  if (decision.verdict === 'held') throw new Error(decision.reasons[0].code);
  return decision.cleared;
}

function aChange(laptop: ALaptop, given: Partial<NewChange> & { fields?: Record<string, string> } = {}): Change {
  const made = makeChange(
    {
      act: 'edit',
      record: 'record-1' as RecordId,
      kind: 'note',
      author: laptop.person.id,
      device: laptop.device,
      parents: [],
      level: 'SENSITIVE' as MarkingId,
      fields: { title: 'Route Bar–Bari' },
      ...given,
    } as NewChange,
    formatTime({ ms: today, counter: 0 }, given.device ?? laptop.device),
  );
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
}

function aSignedLetter(laptop: ALaptop, changes: readonly Change[] = [aChange(laptop)], number = 1): Letter {
  const previous = number === 1 ? null : ('0'.repeat(64) as LetterHash);
  const input = { changes, device: laptop.device, number, previous, seen: {}, scheme: defaultScheme };
  return writeLetter(clearedFor(), input, laptop.sign.secretKey).letter;
}

function codeOf(value: unknown, changes: Partial<LetterContext> = {}): string {
  const result = verifyLetter(value, { ...context, ...changes });
  return result.ok ? 'verified' : result.failure.code;
}

describe('a letter', () => {
  test('that a member wrote is verified, through a parcel and back', () => {
    const letter = aSignedLetter(ana, [aChange(ana), aChange(ana, { level: 'UNCLASSIFIED' as MarkingId })]);
    const key = newSealKey<'compartment'>();
    const { parcels } = packLetters([letter], { compartment: place.compartment, epoch: 3, key, uploader: ben.credential.user });
    const opened = openParcel(parcels[0]?.document, place.compartment, [{ epoch: 3, key }]);
    if (!opened.ok) throw new Error(opened.failure.code);
    const verified = verifyLetter(opened.value.letters[0], context);
    if (!verified.ok) throw new Error(verified.failure.code);
    expect(verified.value).toMatchObject({ letter, hash: parcels[0]?.letters[0], person: ana.person.id });
  });

  test('with any one value altered is refused', () => {
    const letter = aSignedLetter(ana, [aChange(ana)], 2);
    const paths = leavesOf(letter);
    fc.assert(fc.property(fc.constantFrom(...paths), (path) => {
      expect(codeOf(altered(letter, path)), path.join('.')).not.toBe('verified');
    }), { numRuns: 200 });
  });

  test('of someone unknown, of another group, or signed by another key is refused', () => {
    expect(codeOf(aSignedLetter(aLaptop('Nobody')))).toBe('letter-unknown-signer');
    expect(codeOf(aSignedLetter(eve))).toBe('letter-not-in-group');
    expect(codeOf({ ...aSignedLetter(ana), signature: aSignedLetter(ben).signature })).toBe('letter-bad-signature');
    expect(codeOf(aSignedLetter({ ...ana, sign: ben.sign }))).toBe('letter-bad-signature');
  });

  test('in another compartment, or above this one, is refused', () => {
    expect(codeOf(aSignedLetter(ana), { compartment: 'another' as CompartmentId })).toBe('letter-wrong-compartment');
    expect(codeOf(aSignedLetter(ana), { marking: 'UNCLASSIFIED' as MarkingId })).toBe('letter-above-compartment');
  });

  test('whose level is not the highest inside is refused', () => {
    const { signature: _signature, ...wrong } = { ...aSignedLetter(ana), level: 'UNCLASSIFIED' as MarkingId };
    const signature = toBase64Url(sign(ana.sign.secretKey, letterPurpose, letterMessage(letterHash(wrong))));
    expect(codeOf({ ...wrong, signature })).toBe('letter-wrong-level');
  });

  test('puts words in nobody else\'s mouth', () => {
    const asBen = aChange(ana, { author: ben.person.id });
    expect(codeOf(aSignedLetter(ana, [asBen]))).toBe('letter-wrong-author');
    const onBensLaptop = aChange(ana, { device: ben.device });
    expect(codeOf(aSignedLetter(ana, [onBensLaptop]))).toBe('letter-wrong-author');
  });

  test('may bring what the same person wrote on a former device', () => {
    const former = aLaptop().device;
    expect(codeOf(aSignedLetter(ana, [aChange(ana, { device: former })]))).toBe('verified');
  });

  test('with an altered change inside is refused, whoever signed around it', () => {
    const change = aChange(ana);
    const forged = { ...change, content: change.content === 'erased' ? change.content : { ...change.content, fields: { title: 'Other' } } };
    expect(codeOf(aSignedLetter(ana, [forged]))).toBe('letter-bad-change');
    expect(codeOf({ ...aSignedLetter(ana), changes: [aChange(ana, { record: 'record-2' as RecordId })] })).toBe('letter-bad-change');
  });

  test('still verifies when a content was erased by order, and only then', () => {
    const change = aChange(ana);
    const letter = { ...aSignedLetter(ana, [change]), changes: [{ ...change, content: 'erased' }] };
    expect(codeOf(letter)).toBe('letter-bad-change');
    expect(codeOf(letter, { erasures: new Set([change.hash]) })).toBe('verified');
  });

  test('that is garbage, deep or huge never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => codeOf(value) === 'letter-malformed'), { numRuns: 300 });
    const deep = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as unknown;
    expect(codeOf({ ...aSignedLetter(ana), changes: [deep] })).toBe('letter-malformed');
    expect(codeOf({ ...aSignedLetter(ana), changes: Array.from({ length: 5001 }, () => 1) })).toBe('letter-too-large');
    expect(codeOf({ ...aSignedLetter(ana), more: 1 })).toBe('letter-malformed');
  });
});

describe('writing', () => {
  test('needs the permission for this record and this level', () => {
    const input = { changes: [aChange(ana)], device: ana.device, number: 1, previous: null, seen: {}, scheme: defaultScheme };
    const write = (cleared: Cleared) => () => writeLetter(cleared, input, ana.sign.secretKey);
    expect(write(clearedFor())).not.toThrow();
    expect(write(clearedFor('SENSITIVE', 'record-2'))).toThrow('another record');
    expect(write(clearedFor('UNCLASSIFIED'))).toThrow('lower level');
  });

  test('names the highest level inside', () => {
    const changes = [aChange(ana, { level: 'UNCLASSIFIED' as MarkingId }), aChange(ana)];
    expect(aSignedLetter(ana, changes).level).toBe('SENSITIVE');
  });

  test('long texts fit', () => {
    const letter = aSignedLetter(ana, [aChange(ana, { fields: { title: noise(50_000) } })]);
    expect(codeOf(letter)).toBe('verified');
  });
});

type Path = readonly (string | number)[];

/** Every place in a letter where a value stands. */
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}

function altered(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) {
    if (typeof value === 'number') return value + 1;
    if (typeof value !== 'string') return 'x';
    return value.startsWith('A') ? `B${value.slice(1)}` : `A${value.slice(1)}`;
  }
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[key] = altered(copy[key], rest);
  return copy;
}

describe('letters that arrived together', () => {
  function aRun(laptop: ALaptop, length: number): Letter[] {
    const letters: Letter[] = [];
    let previous: LetterHash | null = null;
    for (let number = 1; number <= length; number += 1) {
      const input = { changes: [aChange(laptop)], device: laptop.device, number, previous, seen: {}, scheme: defaultScheme };
      const written = writeLetter(clearedFor(), input, laptop.sign.secretKey);
      previous = written.hash;
      letters.push(written.letter);
    }
    return letters;
  }
  const unsigned = (letter: Letter | undefined): unknown => ({ ...letter, signature: 'A'.repeat(86) });
  const codes = (values: readonly unknown[]) => verifyLetters(values, context).map((one) => (one.ok ? 'ok' : one.failure.code));

  test('are each what verifyLetter says of them', () => {
    const [first, second, third] = aRun(ana, 3);
    const mixed = [third, aSignedLetter(ben), 'nothing', first, aSignedLetter(eve), second, unsigned(third)];
    const alone = mixed.map((one) => verifyLetter(one, context));
    expect(codes(mixed)).toEqual(alone.map((one) => (one.ok ? 'ok' : one.failure.code)));
  });

  test('an unbroken run stands on the signature of its last letter', () => {
    const [first, second, third] = aRun(ana, 3);
    expect(codes([unsigned(first), unsigned(second), third])).toEqual(['ok', 'ok', 'ok']);
    expect(codes([first, second, unsigned(third)])).toEqual(['ok', 'ok', 'letter-bad-signature']);
  });

  test('a gap in the run ends what a later letter vouches for', () => {
    const [first, , third] = aRun(ana, 3);
    expect(codes([unsigned(first), third])).toEqual(['letter-bad-signature', 'ok']);
  });

  test('a letter put in the place of one of the run is not vouched for', () => {
    const [, second] = aRun(ana, 2);
    const other = aSignedLetter(ana, [aChange(ana, { fields: { title: 'Another' } })]);
    expect(codes([unsigned(other), second])).toEqual(['letter-bad-signature', 'ok']);
  });

  test('nobody vouches for a letter in another’s name', () => {
    const forged = aSignedLetter(ana);
    const { signature, ...rest } = forged;
    const input = { changes: [aChange(ben)], device: ben.device, number: 2, previous: letterHash(rest), seen: {}, scheme: defaultScheme };
    const accomplice = writeLetter(clearedFor(), input, ben.sign.secretKey).letter;
    expect(signature).not.toBe('');
    expect(codes([unsigned(forged), accomplice])).toEqual(['letter-bad-signature', 'ok']);
  });
});
