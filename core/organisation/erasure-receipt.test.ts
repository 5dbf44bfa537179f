import { beforeAll, expect, test } from 'vitest';
import { cryptoReady, newSignPair, toBase64Url } from '../crypto/sodium.ts';
import type { DeviceId, PersonId } from '../ids.ts';
import { fingerprint } from './fingerprint.ts';
import { readErasureReceipt, writeErasureReceipt, type ErasureReceipt } from './erasure-receipt.ts';

beforeAll(() => cryptoReady);

test('a receipt is read out of the words around it, and only as its device signed it', () => {
  const device = newSignPair();
  const receipt: ErasureReceipt = {
    v: 1,
    person: toBase64Url(newSignPair().publicKey) as PersonId,
    name: 'Ana Perić',
    device: toBase64Url(device.publicKey) as DeviceId,
    fingerprint: fingerprint(device.publicKey),
    at: Date.UTC(2026, 10, 24, 12),
    order: null,
    compartments: null,
    erased: { records: 12, drafts: 1 },
    undelivered: 3,
  };
  const block = writeErasureReceipt(receipt, device.secretKey);
  expect(readErasureReceipt(`Receipt\r\n\r\n${block}\r\n`)).toEqual({ ok: true, value: receipt });
  const forged = writeErasureReceipt(receipt, newSignPair().secretKey);
  expect(readErasureReceipt(forged)).toMatchObject({ failure: { code: 'receipt-altered' } });
  expect(readErasureReceipt('Receipt')).toMatchObject({ failure: { code: 'receipt-unreadable' } });
});
