import type { BoxPair, SignPair } from '../../core/crypto/keys.ts';
import { newBoxPair, newSignPair } from '../../core/crypto/sodium.ts';
import type { DeviceId, PersonId } from '../../core/ids.ts';
import { certifyDevice, type Certificate } from '../../core/organisation/certificate.ts';
import { defaultProfile } from '../../core/organisation/default-profile.ts';
import { newCredential, type Credential } from '../../core/organisation/join-request.ts';
import { keyToText } from '../../core/organisation/key-text.ts';
import { organisationProfile, type OrganisationProfile } from '../../core/organisation/profile.ts';

/** Builders for tests of what an organisation signs. `cryptoReady` must have resolved. */
export const today = Date.UTC(2025, 2, 3, 9, 30);
const dayLength = 24 * 60 * 60 * 1000;

export interface AnOrganisation {
  readonly sign: SignPair;
  readonly box: BoxPair;
}

export function anOrganisation(): AnOrganisation {
  return { sign: newSignPair(), box: newBoxPair() };
}

export function aProfile(organisation: AnOrganisation, changes: Partial<OrganisationProfile> = {}): OrganisationProfile {
  const parts = defaultProfile({
    organisation: {
      name: 'Fight against organised crime',
      signKey: keyToText(organisation.sign.publicKey),
      boxKey: keyToText(organisation.box.publicKey),
    },
    directoryDatabase: 'd0123456789abcdef0123456789abcdef',
    serial: 3,
    issued: today - dayLength,
    validUntil: today + 100 * dayLength,
    jwgs: [],
    networks: [],
  });
  return organisationProfile.parse({ ...parts, ...changes });
}

export interface ALaptop {
  readonly person: { readonly id: PersonId; readonly name: string; readonly country: string; readonly institution: string };
  readonly identity: SignPair;
  readonly sign: SignPair;
  readonly box: BoxPair;
  readonly device: DeviceId;
  readonly credential: Credential;
}

export function aLaptop(name = 'Ana Kovač'): ALaptop {
  const identity = newSignPair();
  const sign = newSignPair();
  return {
    person: { id: keyToText(identity.publicKey) as PersonId, name, country: 'HRV', institution: 'USKOK' },
    identity,
    sign,
    box: newBoxPair(),
    device: keyToText(sign.publicKey) as DeviceId,
    credential: newCredential(),
  };
}

export function aCertificate(laptop: ALaptop, changes: Partial<Certificate> = {}): Certificate {
  const device = { id: laptop.device, signKey: laptop.sign.publicKey, boxKey: laptop.box.publicKey };
  return {
    v: 1,
    serial: 1,
    person: { ...laptop.person, country: laptop.person.country as Certificate['person']['country'], identityKey: keyToText(laptop.identity.publicKey) },
    user: laptop.credential.user,
    devices: [
      {
        id: laptop.device,
        signKey: keyToText(laptop.sign.publicKey),
        boxKey: keyToText(laptop.box.publicKey),
        byIdentity: certifyDevice(laptop.identity.secretKey, laptop.person.id, device),
        from: today,
        until: null,
      },
    ],
    jwgs: [],
    clearance: null,
    briefing: null,
    from: today,
    until: today + 100 * dayLength,
    ...changes,
  };
}
