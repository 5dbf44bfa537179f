import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { cryptoReady, newSealKey } from '../crypto/sodium.ts';
import type { CompartmentId, JwgId, MarkingId } from '../ids.ts';
import { openCertificate, signCertificate, type Certificate } from './certificate.ts';
import { openDirectory, writeDirectoryEntry, type DirectoryBody, type DirectoryDocument, type DirectoryState } from './directory.ts';
import { keyToText } from './key-text.ts';
import { aCertificate, aLaptop, anOrganisation, today, type AnOrganisation } from '../../test/builders/organisations.ts';

beforeAll(() => cryptoReady);

const jwg = (id: string) => ({ jwg: id as JwgId, from: today, until: null });

function aLog(organisation: AnOrganisation, bodies: readonly DirectoryBody[]) {
  const directory = newSealKey<'directory'>();
  let head: DirectoryState['head'] = null;
  const documents: DirectoryDocument[] = [];
  for (const body of bodies) {
    const written = writeDirectoryEntry(head, body, today, { directory, sign: organisation.sign.secretKey });
    head = written.head;
    documents.push(written.document);
  }
  return { directory, documents, key: keyToText(organisation.sign.publicKey) };
}

function certified(organisation: AnOrganisation, value: Certificate): DirectoryBody {
  return { type: 'certificate', certificate: signCertificate(value, organisation.sign.secretKey) };
}

const compartment: DirectoryBody = {
  type: 'compartment', compartment: 'c1' as CompartmentId, jwg: 'arms' as JwgId, marking: 'SENSITIVE' as MarkingId, epoch: 1,
};

describe('the directory', () => {
  test('is read in order whatever order it arrives in, and hides every name', () => {
    const organisation = anOrganisation();
    const [ana, ben] = [aLaptop('Ana Kovač'), aLaptop('Benoît Morel')];
    const log = aLog(organisation, [certified(organisation, aCertificate(ana, { jwgs: [jwg('arms')] })), compartment, certified(organisation, aCertificate(ben))]);
    expect(JSON.stringify(log.documents)).not.toMatch(/Kova|Morel|arms/);
    fc.assert(fc.property(fc.shuffledSubarray(log.documents, { minLength: 3 }), (documents) => {
      const opened = openDirectory(documents, log.directory, log.key);
      if (!opened.ok) throw new Error(opened.failure.code);
      expect(opened.value.head?.number).toBe(3);
      expect(opened.value.devices.get(ana.device)).toMatchObject({ name: 'Ana Kovač', jwgs: ['arms'] });
      expect(opened.value.people.get(ben.person.id)?.person.name).toBe('Benoît Morel');
      expect(opened.value.compartments.get('c1' as CompartmentId)).toMatchObject({ jwg: 'arms', epoch: 1 });
    }));
  });

  test('goes on from where it was left, and remembers former groups', () => {
    const organisation = anOrganisation();
    const ana = aLaptop();
    const log = aLog(organisation, [
      certified(organisation, aCertificate(ana, { jwgs: [jwg('arms')] })),
      certified(organisation, aCertificate(ana, { serial: 2, jwgs: [jwg('drugs')] })),
    ]);
    const first = openDirectory(log.documents.slice(0, 1), log.directory, log.key);
    if (!first.ok) throw new Error(first.failure.code);
    const second = openDirectory(log.documents, log.directory, log.key, first.value);
    if (!second.ok) throw new Error(second.failure.code);
    expect(second.value.devices.get(ana.device)?.jwgs).toEqual(['arms', 'drugs']);
    expect(second.value.people.get(ana.person.id)?.serial).toBe(2);
  });

  test('shows a withheld entry, another history, a foreign signature and another key', () => {
    const organisation = anOrganisation();
    const log = aLog(organisation, [compartment, compartment, compartment]);
    const code = (documents: readonly unknown[], directory = log.directory, from?: DirectoryState, key = log.key) => {
      const result = openDirectory(documents, directory, key, from);
      return result.ok ? 'opened' : result.failure.code;
    };
    expect(code([log.documents[0], log.documents[2]])).toBe('directory-gap');
    const whole = openDirectory(log.documents.slice(0, 1), log.directory, log.key);
    if (!whole.ok) throw new Error('opens');
    const forked: DirectoryState = { ...whole.value, head: { number: 1, hash: '0'.repeat(64) } };
    expect(code(log.documents, log.directory, forked)).toBe('directory-broken-link');
    expect(code(log.documents, log.directory, undefined, keyToText(anOrganisation().sign.publicKey))).toBe('directory-bad-signature');
    expect(code(log.documents, newSealKey<'directory'>())).toBe('directory-cannot-open');
    const moved = { ...log.documents[1], _id: log.documents[0]?._id };
    expect(code([moved])).toBe('directory-cannot-open');
  });

  test('passes over grants and design documents', () => {
    const organisation = anOrganisation();
    const log = aLog(organisation, [compartment]);
    const result = openDirectory([{ _id: '_design/rapporteur' }, null, ...log.documents], log.directory, log.key);
    expect(result.ok && result.value.head?.number).toBe(1);
  });

  test('leaves a device with the person who had it first', () => {
    const organisation = anOrganisation();
    const [ana, eve] = [aLaptop('Ana'), aLaptop('Eve')];
    const stolen = aCertificate({ ...eve, device: ana.device });
    const log = aLog(organisation, [certified(organisation, aCertificate(ana)), certified(organisation, stolen)]);
    const opened = openDirectory(log.documents, log.directory, log.key);
    if (!opened.ok) throw new Error(opened.failure.code);
    expect(opened.value.devices.get(ana.device)?.person).toBe(ana.person.id);
  });
});

describe('a certificate', () => {
  test('is not signed for a device that its identity key did not sign', () => {
    const [organisation, ana, eve] = [anOrganisation(), aLaptop(), aLaptop('Eve')];
    const wrong = { ...aCertificate(ana), devices: aCertificate(eve).devices };
    expect(() => signCertificate(wrong, organisation.sign.secretKey)).toThrow();
  });

  test('holds only under the organisation\'s key', () => {
    const [organisation, other] = [anOrganisation(), anOrganisation()];
    const signed = signCertificate(aCertificate(aLaptop()), organisation.sign.secretKey);
    expect(openCertificate(signed, keyToText(organisation.sign.publicKey)).ok).toBe(true);
    expect(openCertificate(signed, keyToText(other.sign.publicKey))).toEqual({ ok: false, failure: { code: 'bad-signature' } });
    expect(openCertificate({ ...signed, more: 1 }, keyToText(organisation.sign.publicKey))).toEqual({ ok: false, failure: { code: 'malformed' } });
  });
});
