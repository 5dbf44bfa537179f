import { expect, test } from 'vitest';
import { runInNewContext } from 'node:vm';
import { designDocument } from '../../couchdb/design-documents.ts';

type Validate = (document: object, old: object | null, user: { name: string; roles: string[] }) => void;
const validate = runInNewContext(designDocument('directory').validate_doc_update) as Validate;
const entry = { _id: 'entry-0000000001', v: 1, sealed: 'AAAA' };
const admin = { name: 'admin', roles: ['_admin'] };

test('only the secretariat writes, and only new entries', () => {
  expect(() => validate(entry, null, admin)).not.toThrow();
  expect(() => validate(entry, entry, admin)).toThrow();
  expect(() => validate({ ...entry, _deleted: true }, entry, admin)).toThrow();
  expect(() => validate(entry, null, { name: 'm1', roles: ['r1'] })).toThrow();
  expect(() => validate({ _id: '_design/rapporteur' }, { _id: '_design/rapporteur' }, admin)).not.toThrow();
});
