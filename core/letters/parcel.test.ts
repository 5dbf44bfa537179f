import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { jsonToBytes } from '../crypto/canonical.ts';
import { cryptoReady, fromBase64, newSealKey, seal, sha256Hex, toBase64 } from '../crypto/sodium.ts';
import type { CompartmentId } from '../ids.ts';
import { deflate } from './deflate.ts';
import { letterHash } from './letter-hash.ts';
import { aLetter, aPlace, noise } from '../../test/builders/letters.ts';
import type { ParcelDocument } from './letter.ts';
import { inflationLimit, largestParcel, openParcel, packLetters, smallestParcel, type ParcelPlace } from './parcel.ts';

beforeAll(() => cryptoReady);

function sealedLength(document: ParcelDocument): number {
  const [nonce, sealed] = [fromBase64(document.nonce), fromBase64(document.sealed)];
  if (!nonce.ok || !sealed.ok) throw new Error('base64');
  return nonce.value.length + sealed.value.length;
}

function open(document: unknown, place: ParcelPlace) {
  return openParcel(document, place.compartment, [{ epoch: place.epoch, key: place.key }]);
}

function codeOf(document: unknown, place: ParcelPlace): string {
  const result = open(document, place);
  return result.ok ? 'opened' : result.failure.code;
}

/** A parcel around any body, as a member who holds the key could make it. */
function parcelAround(place: ParcelPlace, deflated: Uint8Array, plainLength: number, deflatedLength = deflated.length): ParcelDocument {
  const body = new Uint8Array(8192);
  new DataView(body.buffer).setUint32(0, deflatedLength);
  new DataView(body.buffer).setUint32(4, plainLength);
  body.set(deflated, 8);
  const sealed = seal(place.key, body, `rapporteur/parcel/1/${place.compartment}/${place.epoch}/${place.uploader}`);
  const [nonce, rest] = [toBase64(sealed.subarray(0, 24)), toBase64(sealed.subarray(24))];
  return { _id: sha256Hex(sealed) as ParcelDocument['_id'], v: 1, epoch: place.epoch, uploader: place.uploader, nonce, sealed: rest };
}

describe('packing', () => {
  test('every letter comes out once, in order, whatever their sizes', () => {
    const sizes = fc.array(fc.oneof(fc.nat(500), fc.nat(20_000), fc.nat(90_000)), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(sizes, fc.constantFrom(64 * 1024, 128 * 1024, 240 * 1024), (lengths, aim) => {
      const place = aPlace();
      const letters = lengths.map((length, index) => aLetter(index + 1, noise(length)));
      const packed = packLetters(letters, place, { aim });
      expect(packed.tooLarge).toEqual([]);
      expect(packed.parcels.flatMap((one) => one.letters)).toEqual(letters.map(letterHash));
      const opened = packed.parcels.flatMap((one) => {
        const result = open({ ...one.document, _rev: '1-abc' }, place);
        if (!result.ok) throw new Error(result.failure.code);
        return result.value.letters;
      });
      expect(opened).toEqual(letters);
    }), { numRuns: 15 });
  });

  test('parcels keep to the aim, and are full when there is more to send', () => {
    const aim = 64 * 1024;
    const letters = Array.from({ length: 400 }, (_, index) => aLetter(index + 1, noise(1200)));
    const { parcels } = packLetters(letters, aPlace(), { aim });
    const lengths = parcels.map((one) => sealedLength(one.document));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(aim);
    expect(Math.min(...lengths.slice(1, -1))).toBeGreaterThan(aim * 0.6);
    expect(parcels.length).toBeLessThan(15);
  });

  test('one short note and a few look alike from outside', () => {
    const lengthOf = (count: number, text: string) =>
      packLetters(Array.from({ length: count }, (_, index) => aLetter(index + 1, text)), aPlace()).parcels.map((one) => sealedLength(one.document));
    expect(lengthOf(1, 'Called.')).toEqual([smallestParcel]);
    expect(lengthOf(3, 'Called the national desk about the request.')).toEqual([smallestParcel]);
  });

  test('a letter that fits no parcel is named, and does not stop the others', () => {
    const letters = [aLetter(1), aLetter(2, noise(400_000)), aLetter(3)];
    const packed = packLetters(letters, aPlace());
    expect(packed.tooLarge).toEqual([letters[1]]);
    expect(packed.parcels.flatMap((one) => one.letters)).toEqual([letters[0], letters[2]].map((one) => letterHash(one ?? aLetter(0))));
  });

  test('a letter too large for the aim goes alone in a larger parcel', () => {
    const packed = packLetters([aLetter(1), aLetter(2, noise(150_000)), aLetter(3)], aPlace());
    expect(packed.tooLarge).toEqual([]);
    expect(packed.parcels.every((one) => sealedLength(one.document) <= largestParcel)).toBe(true);
  });

  test('two parcels of the same letters have nothing in common', () => {
    const [one, other] = [packLetters([aLetter(1)], aPlace()), packLetters([aLetter(1)], aPlace())];
    expect(one.parcels[0]?.document._id).not.toBe(other.parcels[0]?.document._id);
  });
});

describe('opening', () => {
  test('any altered character is noticed', () => {
    const place = aPlace();
    const document = packLetters([aLetter(1)], place).parcels[0]?.document;
    if (document === undefined) throw new Error('one parcel');
    fc.assert(fc.property(fc.constantFrom('nonce', 'sealed'), fc.nat(30), (field, at) => {
      const text = document[field];
      const other = text[at] === 'A' ? 'B' : 'A';
      expect(codeOf({ ...document, [field]: text.slice(0, at) + other + text.slice(at + 1) }, place)).toBe('parcel-wrong-id');
    }));
  });

  test('a parcel opens only in its compartment, epoch, with its uploader and key', () => {
    const place = aPlace();
    const document = packLetters([aLetter(1)], place).parcels[0]?.document;
    expect(codeOf(document, { ...place, compartment: 'another' as CompartmentId })).toBe('parcel-cannot-open');
    expect(codeOf({ ...document, uploader: `m${'1'.repeat(32)}` }, place)).toBe('parcel-cannot-open');
    expect(codeOf(document, { ...place, key: newSealKey() })).toBe('parcel-cannot-open');
    expect(open(document, { ...place, epoch: 2 })).toMatchObject({ failure: { code: 'parcel-no-key', facts: { epoch: 1 } } });
  });

  test('garbage is malformed, never a throw', () => {
    fc.assert(fc.property(fc.anything(), (value) => codeOf(value, aPlace()) === 'parcel-malformed'), { numRuns: 200 });
    const place = aPlace();
    const text = (value: unknown) => jsonToBytes(value);
    expect(codeOf(parcelAround(place, deflate(text({})), text({}).length), place)).toBe('parcel-malformed');
    expect(codeOf(parcelAround(place, deflate(text([])), text([]).length), place)).toBe('parcel-malformed');
    expect(codeOf(parcelAround(place, Uint8Array.of(1, 2, 3), 10), place)).toBe('parcel-malformed');
    expect(codeOf(parcelAround(place, deflate(text([1])), 3, 100_000), place)).toBe('parcel-malformed');
    expect(codeOf(parcelAround(place, zlibSync(text([1])), 3), place)).toBe('parcel-malformed');
  });

  test('a deflate bomb is stopped, whether it admits its size or not', () => {
    const place = aPlace();
    const bomb = deflate(new Uint8Array(7 * 1024 * 1024));
    expect(codeOf(parcelAround(place, bomb, 7 * 1024 * 1024), place)).toBe('parcel-inflates-too-much');
    expect(codeOf(parcelAround(place, bomb, 1000), place)).toBe('parcel-inflates-too-much');
    expect(codeOf(parcelAround(place, bomb, inflationLimit), place)).toBe('parcel-inflates-too-much');
  });
});
