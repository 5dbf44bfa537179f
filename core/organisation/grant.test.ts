import { beforeAll, describe, expect, test } from 'vitest';
import { cryptoReady, newSealKey } from '../crypto/sodium.ts';
import { grantKeyRange, newestGrant, openGrant, writeGrant, type GrantStatement } from './grant.ts';
import { keyToText } from './key-text.ts';
import { aLaptop, anOrganisation, today, type ALaptop } from '../../test/builders/organisations.ts';

beforeAll(() => cryptoReady);

function aGrant(laptop: ALaptop, changes: Partial<GrantStatement> = {}): GrantStatement {
  return {
    v: 1,
    device: laptop.device,
    serial: 1,
    at: today,
    user: laptop.credential.user,
    directoryKey: keyToText(newSealKey()),
    compartments: [
      { id: 'c1', database: `c${'0'.repeat(32)}`, jwg: 'arms', marking: 'SENSITIVE', epochs: [{ epoch: 1, key: keyToText(newSealKey()) }] },
    ],
    ...changes,
  };
}

describe('a grant', () => {
  test('opens for its device and for no other', () => {
    const [organisation, ana, eve] = [anOrganisation(), aLaptop(), aLaptop('Eve')];
    const statement = aGrant(ana);
    const document = writeGrant(statement, ana.box.publicKey, organisation.sign.secretKey);
    const key = keyToText(organisation.sign.publicKey);
    const opened = openGrant(document, ana.box, ana.device, key);
    if (!opened.ok) throw new Error(opened.failure.code);
    expect(keyToText(opened.value.directoryKey)).toBe(statement.directoryKey);
    expect(keyToText(opened.value.compartments[0]?.epochs[0]?.key ?? new Uint8Array())).toBe(statement.compartments[0]?.epochs[0]?.key);
    expect(openGrant(document, eve.box, eve.device, key)).toMatchObject({ failure: { code: 'grant-cannot-open' } });
    expect(openGrant(document, ana.box, eve.device, key)).toMatchObject({ failure: { code: 'grant-other-device' } });
    expect(openGrant(document, ana.box, ana.device, keyToText(anOrganisation().sign.publicKey))).toMatchObject({ failure: { code: 'grant-bad-signature' } });
    expect(openGrant({ _id: 'x' }, ana.box, ana.device, key)).toMatchObject({ failure: { code: 'grant-malformed' } });
  });

  test('the newest one counts, and it stands where the device looks for it', () => {
    const [organisation, ana, eve] = [anOrganisation(), aLaptop(), aLaptop('Eve')];
    const write = (laptop: ALaptop, serial: number) => writeGrant(aGrant(laptop, { serial }), laptop.box.publicKey, organisation.sign.secretKey);
    const documents = [write(ana, 2), write(eve, 9), write(ana, 11), write(ana, 1)];
    const range = grantKeyRange(ana.box.publicKey);
    expect(documents.filter((one) => one._id >= range.startkey && one._id <= range.endkey)).toHaveLength(3);
    expect(newestGrant(documents, ana.box, ana.device, keyToText(organisation.sign.publicKey))?.serial).toBe(11);
    expect(newestGrant([], ana.box, ana.device, keyToText(organisation.sign.publicKey))).toBeNull();
  });
});
