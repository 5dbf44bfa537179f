import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDelivery } from './delivery-check.ts';

const check = (value: unknown) => checkDelivery(new TextEncoder().encode(JSON.stringify(value)));
const id = 'a'.repeat(64);

describe('a delivery', () => {
  test('of documents under parcel ids passes', () => {
    expect(check({ docs: [{ _id: id, v: 1 }, { _id: 'b'.repeat(64) }] })).toBe('parcels');
    expect(check({ docs: [], new_edits: true })).toBe('parcels');
  });

  test.each([
    [{ docs: [{ _id: '_local/x' }] }],
    [{ docs: [{ _id: id }, { _id: '_design/x' }] }],
    [{ docs: [{ v: 1 }] }],
    [{ docs: [{ _id: [id] }] }],
    [{ docs: [null] }],
    [{ docs: { _id: id } }],
    [{ docs: [{ _id: id }], new_edits: false }],
    [{ docs: [{ _id: id }], new_edits: 'false' }],
    [{ docs: [{ _id: id }], all_or_nothing: true }],
    [[{ _id: id }]],
    [null],
  ])('of anything else does not: %j', (body) => expect(check(body)).toBe('not-parcels'));

  test('of bytes that are no JSON is named as such', () => {
    expect(checkDelivery(Uint8Array.of(0xff))).toBe('not-json');
    expect(checkDelivery(new Uint8Array())).toBe('not-json');
    fc.assert(fc.property(fc.uint8Array(), (bytes) => checkDelivery(bytes) !== 'parcels'));
  });
});
