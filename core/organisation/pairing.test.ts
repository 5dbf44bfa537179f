import { beforeAll, describe, expect, test } from 'vitest';
import { jsonFromBytes, jsonToBytes } from '../crypto/canonical.ts';
import { derivationFloor } from '../crypto/keys.ts';
import { cryptoReady, newSignPair, toBase64Url } from '../crypto/sodium.ts';
import type { DeviceId } from '../ids.ts';
import { openPairing, pairingLasts, writePairing, type Pairing } from './pairing.ts';

beforeAll(() => cryptoReady);

const noon = Date.UTC(2026, 10, 24, 12);

function aPairing(): Pairing {
  return {
    person: { name: 'Ana Perić', country: 'HRV', institution: 'DORH' },
    identity: newSignPair(),
    organisation: toBase64Url(newSignPair().publicKey),
    from: toBase64Url(newSignPair().publicKey) as DeviceId,
  };
}

function altered(file: Uint8Array, changes: object): Uint8Array {
  return jsonToBytes({ ...(jsonFromBytes(file) as object), ...changes });
}

describe('a pairing file', () => {
  test('opens with the code that was read aloud, however it is typed', () => {
    const pairing = aPairing();
    const { file, code } = writePairing(pairing, derivationFloor, noon);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(openPairing(file, code, noon)).toEqual({ ok: true, value: pairing });
    expect(openPairing(file, code.toLowerCase().replaceAll('-', ' '), noon + pairingLasts)).toEqual({ ok: true, value: pairing });
  });

  test('holds nothing in clear', () => {
    const { file } = writePairing(aPairing(), derivationFloor, noon);
    // Not her first name: three letters may stand in what is sealed by chance.
    expect(new TextDecoder().decode(file)).not.toContain('Perić');
  });

  test('is of no use after half an hour, nor with its time moved', () => {
    const { file, code } = writePairing(aPairing(), derivationFloor, noon);
    const late = noon + pairingLasts + 1;
    expect(openPairing(file, code, late)).toMatchObject({ failure: { code: 'pairing-expired' } });
    expect(openPairing(altered(file, { made: late }), code, late)).toMatchObject({ failure: { code: 'pairing-wrong-code' } });
    expect(openPairing(file, code, noon - pairingLasts)).toMatchObject({ failure: { code: 'pairing-from-the-future' } });
  });

  test('with another code, weakened or cut is refused', () => {
    const { file } = writePairing(aPairing(), derivationFloor, noon);
    expect(openPairing(file, '0000-0000-0000', noon)).toMatchObject({ failure: { code: 'pairing-wrong-code' } });
    expect(openPairing(file, 'not a code', noon)).toMatchObject({ failure: { code: 'pairing-wrong-code' } });
    expect(openPairing(altered(file, { memory: 1024 }), '0000-0000-0000', noon)).toMatchObject({ failure: { code: 'parameters-below-floor' } });
    expect(openPairing(file.slice(0, -20), '0000-0000-0000', noon)).toMatchObject({ failure: { code: 'pairing-unreadable' } });
  });
});
