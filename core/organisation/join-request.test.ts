import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { jsonFromBytes, jsonToBytes } from '../crypto/canonical.ts';
import { cryptoReady, fromBase64Url, openBox, sealBox, toBase64Url } from '../crypto/sodium.ts';
import { fingerprint } from './fingerprint.ts';
import { joinRequestFileName, joinRequestLimit, openJoinRequest, writeJoinRequest } from './join-request.ts';
import { keyToText } from './key-text.ts';
import { aLaptop, anOrganisation, today, type ALaptop, type AnOrganisation } from '../../test/builders/organisations.ts';

beforeAll(() => cryptoReady);

function requestOf(laptop: ALaptop, organisation: AnOrganisation): Uint8Array {
  return writeJoinRequest({
    organisation: { signKey: keyToText(organisation.sign.publicKey), boxKey: keyToText(organisation.box.publicKey) },
    made: today,
    person: laptop.person,
    identity: laptop.identity,
    device: { id: laptop.device, signKey: laptop.sign.publicKey, boxKey: laptop.box.publicKey },
    credential: laptop.credential,
  });
}

function codeOf(file: Uint8Array, organisation: AnOrganisation): string {
  const result = openJoinRequest(file, organisation.box, keyToText(organisation.sign.publicKey));
  return result.ok ? 'opened' : result.failure.code;
}

describe('a join request', () => {
  test('tells the secretariat who asks, with which keys, and what to compare', () => {
    const [laptop, organisation] = [aLaptop(), anOrganisation()];
    const result = openJoinRequest(requestOf(laptop, organisation), organisation.box, keyToText(organisation.sign.publicKey));
    if (!result.ok) throw new Error(result.failure.code);
    expect(result.value.person.name).toBe('Ana Kovač');
    expect(result.value.device.id).toBe(laptop.device);
    expect(result.value.credential).toEqual(laptop.credential);
    expect(result.value.fingerprint).toBe(fingerprint(laptop.identity.publicKey));
  });

  test('shows nothing to who carries it', () => {
    const [laptop, organisation] = [aLaptop(), anOrganisation()];
    const text = new TextDecoder().decode(requestOf(laptop, organisation));
    for (const secret of [laptop.credential.user, laptop.credential.password, laptop.device, 'Kova']) expect(text).not.toContain(secret);
  });

  test('is read only by the organisation it is for', () => {
    expect(codeOf(requestOf(aLaptop(), anOrganisation()), anOrganisation())).toBe('join-request-unreadable');
    const [asked, other] = [anOrganisation(), anOrganisation()];
    const misdirected = requestOf(aLaptop(), { sign: other.sign, box: asked.box });
    expect(codeOf(misdirected, asked)).toBe('join-request-other-organisation');
  });

  test('cannot be altered even by someone who could open it', () => {
    const organisation = anOrganisation();
    const file = jsonFromBytes(requestOf(aLaptop(), organisation)) as { sealed: string };
    const box = fromBase64Url(file.sealed);
    const plain = box.ok ? openBox(organisation.box, box.value) : box;
    if (!plain.ok) throw new Error('opens');
    const signed = jsonFromBytes(plain.value) as { statement: string; signature: string };
    const statement = fromBase64Url(signed.statement);
    if (!statement.ok) throw new Error('base64url');
    const text = new TextDecoder().decode(statement.value).replace('USKOK', 'MUP');
    const altered = { ...signed, statement: toBase64Url(new TextEncoder().encode(text)) };
    const forged = { ...file, sealed: toBase64Url(sealBox(organisation.box.publicKey, jsonToBytes(altered))) };
    expect(codeOf(jsonToBytes(forged), organisation)).toBe('join-request-altered');
  });

  test('that is garbage or too large is refused without a throw', () => {
    const organisation = anOrganisation();
    expect(codeOf(new Uint8Array(joinRequestLimit + 1), organisation)).toBe('join-request-too-large');
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => codeOf(bytes, organisation) === 'join-request-unreadable'));
  });

  test('has a file name that every file system takes', () => {
    expect(joinRequestFileName('Ђорђе Đorđević / Jr.')).toBe('join-request-Ђорђе-Đorđević-Jr.rapporteur');
    expect(joinRequestFileName('../..')).toBe('join-request-person.rapporteur');
  });
});
