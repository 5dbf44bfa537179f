import { beforeAll, expect, test } from 'vitest';
import type { BoxPair, SignPair } from '../crypto/keys.ts';
import { cryptoReady, newBoxPair, newSignPair, randomId } from '../crypto/sodium.ts';
import type { DeviceId } from '../ids.ts';
import { keyToText } from '../organisation/key-text.ts';
import { openReceipt, writeReceipt, type Receipt } from './receipt.ts';

const uploader = `m${'0'.repeat(32)}`;
let [office, laptop]: [BoxPair, SignPair] = [] as never;
let receipt: Receipt;

beforeAll(async () => {
  await cryptoReady;
  [office, laptop] = [newBoxPair(), newSignPair()];
  receipt = { v: 1, order: randomId(), device: keyToText(laptop.publicKey) as DeviceId, done: 'erased', at: 1_700_000_000_000 };
});

const signKeyOf = (device: DeviceId) => (device === receipt.device ? laptop.publicKey : undefined);

test('a receipt is read by the organisation and tells others nothing', () => {
  const document = writeReceipt(receipt, uploader, laptop.secretKey, keyToText(office.publicKey));
  expect(openReceipt({ ...document, _rev: '1-a' }, office, signKeyOf)).toEqual({ ok: true, value: receipt });
  expect(openReceipt(document, newBoxPair(), signKeyOf)).toMatchObject({ failure: { code: 'receipt-cannot-open' } });
  const other = writeReceipt({ ...receipt, done: 'not-held', at: 5 }, uploader, laptop.secretKey, keyToText(office.publicKey));
  expect(other.sealed.length).toBe(document.sealed.length);
});

test('nobody writes one for another device', () => {
  const write = (value: Receipt, by: SignPair) => writeReceipt(value, uploader, by.secretKey, keyToText(office.publicKey));
  expect(openReceipt(write(receipt, newSignPair()), office, signKeyOf)).toMatchObject({ failure: { code: 'receipt-bad-signature' } });
  const stranger = { ...receipt, device: 'unknown' as DeviceId };
  expect(openReceipt(write(stranger, laptop), office, signKeyOf)).toMatchObject({ failure: { code: 'receipt-unknown-device' } });
  expect(openReceipt({ ...write(receipt, laptop), _id: 'a'.repeat(64) }, office, signKeyOf)).toMatchObject({ failure: { code: 'receipt-malformed' } });
  expect(openReceipt({}, office, signKeyOf)).toMatchObject({ failure: { code: 'receipt-malformed' } });
});
