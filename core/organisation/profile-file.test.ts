import { beforeAll, describe, expect, test } from 'vitest';
import { jsonFromBytes, jsonToBytes } from '../crypto/canonical.ts';
import { cryptoReady, fromBase64Url, toBase64Url } from '../crypto/sodium.ts';
import { anOrganisation, aProfile, today } from '../../test/builders/organisations.ts';
import { signProfile } from './sign-profile.ts';
import { profileFileLimit, profileStillHolds, verifyProfile } from './verify-profile.ts';

beforeAll(() => cryptoReady);

function codeOf(file: Uint8Array, known: Parameters<typeof verifyProfile>[1]): string {
  const result = verifyProfile(file, known);
  return result.ok ? 'accepted' : result.failure.code;
}

describe('a profile file', () => {
  test('comes back as it was signed', () => {
    const organisation = anOrganisation();
    const profile = aProfile(organisation);
    expect(verifyProfile(signProfile(profile, organisation.sign.secretKey), { now: today })).toEqual({ ok: true, value: profile });
  });

  test('is refused when it is too large or not such a file', () => {
    expect(codeOf(new Uint8Array(profileFileLimit + 1), { now: today })).toBe('profile-too-large');
    expect(codeOf(new Uint8Array(), { now: today })).toBe('profile-unreadable');
    expect(codeOf(jsonToBytes({ format: 'something else' }), { now: today })).toBe('profile-unreadable');
    expect(codeOf(Uint8Array.of(0xff, 0xfe, 0x00), { now: today })).toBe('profile-unreadable');
  });

  test('is refused when one character of it was changed', () => {
    const organisation = anOrganisation();
    const file = jsonFromBytes(signProfile(aProfile(organisation), organisation.sign.secretKey)) as { profile: string };
    const bytes = fromBase64Url(file.profile);
    if (!bytes.ok) throw new Error('the profile is base64url');
    const altered = new TextDecoder().decode(bytes.value).replace('Fight', 'Sight');
    const forged = jsonToBytes({ ...file, profile: toBase64Url(new TextEncoder().encode(altered)) });
    expect(codeOf(forged, { now: today })).toBe('profile-bad-signature');
  });

  test('is refused when another key signed it than the one it names', () => {
    expect(codeOf(signProfile(aProfile(anOrganisation()), anOrganisation().sign.secretKey), { now: today })).toBe('profile-bad-signature');
  });

  test('is refused when it is another organisation\'s', () => {
    const organisation = anOrganisation();
    const file = signProfile(aProfile(organisation), organisation.sign.secretKey);
    const joined = aProfile(anOrganisation()).organisation.signKey;
    expect(codeOf(file, { now: today, organisationKey: joined })).toBe('profile-other-organisation');
  });

  test('is refused from the moment it expires, with the date', () => {
    const organisation = anOrganisation();
    const profile = aProfile(organisation);
    const file = signProfile(profile, organisation.sign.secretKey);
    expect(codeOf(file, { now: profile.validUntil - 1 })).toBe('accepted');
    expect(verifyProfile(file, { now: profile.validUntil })).toEqual({
      ok: false,
      failure: { code: 'profile-expired', facts: { since: profile.validUntil } },
    });
    expect(profileStillHolds(profile, profile.validUntil - 1)).toBe(true);
    expect(profileStillHolds(profile, profile.validUntil)).toBe(false);
  });

  test('from the future is refused, a clock that is a day behind is forgiven', () => {
    const organisation = anOrganisation();
    const profile = aProfile(organisation);
    const file = signProfile(profile, organisation.sign.secretKey);
    expect(codeOf(file, { now: profile.issued - 23 * 60 * 60 * 1000 })).toBe('accepted');
    expect(codeOf(file, { now: profile.issued - 25 * 60 * 60 * 1000 })).toBe('profile-not-yet-valid');
  });

  test('with a lower serial than the one in use is refused, the same again is not', () => {
    const organisation = anOrganisation();
    const file = signProfile(aProfile(organisation, { serial: 3 }), organisation.sign.secretKey);
    const organisationKey = aProfile(organisation).organisation.signKey;
    expect(codeOf(file, { now: today, organisationKey, serial: 4 })).toBe('profile-older');
    expect(codeOf(file, { now: today, organisationKey, serial: 3 })).toBe('accepted');
  });
});
