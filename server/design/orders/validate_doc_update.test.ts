import { expect, test } from 'vitest';
import { runInNewContext } from 'node:vm';
import { designDocument } from '../../couchdb/design-documents.ts';

type Validate = (document: object, old: object | null, user: { name: string; roles: string[] }) => void;
const validate = runInNewContext(designDocument('orders').validate_doc_update) as Validate;
const member = { name: `m${'0'.repeat(32)}`, roles: [] };
const admin = { name: 'admin', roles: ['_admin'] };
const receipt = { _id: 'a'.repeat(64), v: 1, uploader: member.name, sealed: 'A'.repeat(1432) };
const order = { _id: `order-${'0'.repeat(32)}-${'A'.repeat(22)}`, v: 1, sealed: 'AAAA' };

test('members leave receipts and nothing else', () => {
  expect(() => validate(receipt, null, member)).not.toThrow();
  expect(() => validate(receipt, receipt, member)).not.toThrow();
  for (const wrong of [{ ...receipt, sealed: 'A' }, { ...receipt, uploader: 'm1' }, { ...receipt, note: 1 }, { ...receipt, v: 2 }, { ...receipt, _deleted: true }, order]) {
    expect(() => validate(wrong, null, member)).toThrow();
  }
  expect(() => validate({ ...receipt, _rev: '1-a' }, receipt, member)).toThrow();
});

test('the secretariat adds orders and takes none back', () => {
  expect(() => validate(order, null, admin)).not.toThrow();
  expect(() => validate({ ...order, _deleted: true }, order, admin)).toThrow();
  expect(() => validate({ _id: '_design/rapporteur' }, { _id: '_design/rapporteur' }, admin)).not.toThrow();
});
