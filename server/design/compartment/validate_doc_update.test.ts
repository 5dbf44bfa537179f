import { describe, expect, test } from 'vitest';
import { runInNewContext } from 'node:vm';
import { designDocument } from '../../couchdb/design-documents.ts';

type Validate = (document: object, old: object | null, user: { name: string | null; roles: string[] }) => void;
const validate = runInNewContext(designDocument('compartment').validate_doc_update) as Validate;

const member = { name: `m${'0'.repeat(32)}`, roles: ['r0'] };
const parcel = { _id: 'a'.repeat(64), v: 1, epoch: 1, uploader: member.name, nonce: 'A'.repeat(32), sealed: 'A'.repeat(5432) };

function reasonOf(document: object, old: object | null = null, user: { name: string | null; roles: string[] } = member): string {
  try {
    validate(document, old, user);
    return 'accepted';
  } catch (thrown) {
    return (thrown as { forbidden: string }).forbidden;
  }
}

describe('a member in a compartment', () => {
  test('creates parcels', () => {
    expect(reasonOf(parcel)).toBe('accepted');
    expect(reasonOf({ ...parcel, sealed: 'A'.repeat(327_648), epoch: 1_000_000 })).toBe('accepted');
    expect(reasonOf({ ...parcel, _revisions: undefined })).toBe('accepted');
  });

  test.each([
    ['a revision of its own', { ...parcel, _rev: '1-a' }, 'unknown key'],
    ['a history of its own', { ...parcel, _rev: '1-a', _revisions: { start: 1, ids: ['a'] } }, 'unknown key'],
    ['a deletion', { ...parcel, _deleted: true }, 'unknown key'],
    ['an attachment', { ...parcel, _attachments: {} }, 'unknown key'],
    ['another key', { ...parcel, note: 'x' }, 'unknown key'],
    ['a key of every object', { ...parcel, toString: 'x' }, 'unknown key'],
    ['a short id', { ...parcel, _id: 'a' }, 'wrong id'],
    ['an id in capitals', { ...parcel, _id: 'A'.repeat(64) }, 'wrong id'],
    ['a design document', { ...parcel, _id: '_design/x' }, 'wrong id'],
    ['another version', { ...parcel, v: 2 }, 'unknown version'],
    ['a version in words', { ...parcel, v: '1' }, 'unknown version'],
    ['epoch zero', { ...parcel, epoch: 0 }, 'wrong epoch'],
    ['half an epoch', { ...parcel, epoch: 1.5 }, 'wrong epoch'],
    ['no epoch', { ...parcel, epoch: NaN }, 'wrong epoch'],
    ['someone else as uploader', { ...parcel, uploader: `m${'1'.repeat(32)}` }, 'uploader is someone else'],
    ['a short nonce', { ...parcel, nonce: 'AA' }, 'wrong nonce'],
    ['no seal', { ...parcel, sealed: undefined }, 'wrong seal'],
    ['too little', { ...parcel, sealed: 'A'.repeat(5428) }, 'wrong size'],
    ['too much', { ...parcel, sealed: 'A'.repeat(327_652) }, 'wrong size'],
  ])('is refused %s', (_what, document, reason) => expect(reasonOf(document)).toBe(reason));

  test('changes nothing that is there and brings nothing back', () => {
    expect(reasonOf({ ...parcel, _rev: '1-a' }, parcel)).toBe('parcels are only created');
    expect(reasonOf(parcel, { ...parcel, _deleted: true })).toBe('parcels are only created');
  });

  test('delivering again is left to the store, which answers 409', () => expect(reasonOf(parcel, parcel)).toBe('accepted'));

  test('is someone: nobody uploads for nobody', () => {
    expect(reasonOf({ ...parcel, uploader: null }, null, { name: null, roles: [] })).toBe('uploader is someone else');
  });
});

describe('the secretariat', () => {
  const office = { name: 'admin', roles: ['_admin'] };
  const { uploader: _uploader, ...rest } = parcel;
  const stub = { ...rest, stub: true, sealed: 'A'.repeat(2752) };
  const reason = (document: object, old: object | null = null) => reasonOf(document, old, office);

  test('overwrites a parcel with a stub, and packs anew what stays', () => {
    expect(reason({ ...stub, _rev: '1-a', _revisions: { start: 1, ids: ['a'] } }, parcel)).toBe('accepted');
    expect(reason(stub)).toBe('accepted');
    expect(reason({ ...parcel, uploader: 'secretariat' })).toBe('accepted');
    expect(reason({ _id: '_design/rapporteur', language: 'javascript' }, { _id: '_design/rapporteur' })).toBe('accepted');
  });

  test.each([
    ['overwrites a parcel with another', { ...parcel, _rev: '1-a' }, 'parcels are replaced by stubs only'],
    ['deletes', { _id: parcel._id, _rev: '1-a', _deleted: true }, 'nothing is deleted here'],
    ['writes a stub with more in it', { ...stub, note: 'x' }, 'unknown key'],
    ['writes a stub with an uploader', { ...stub, uploader: 'secretariat' }, 'unknown key'],
    ['writes a stub with nothing in it', { ...stub, sealed: 'AAAA' }, 'wrong size'],
    ['writes a stub under a name', { ...stub, _id: 'name' }, 'wrong id'],
  ])('never %s', (_what, document, why) => expect(reason(document, parcel)).toBe(why));

  test('is alone in this', () => expect(reasonOf({ ...stub, _rev: '1-a' }, parcel)).toBe('parcels are only created'));
});

test('the functions are ES5 expressions without a comment in front, as every engine wants them', () => {
  for (const kind of ['compartment', 'directory', 'orders'] as const) {
    const source = designDocument(kind).validate_doc_update;
    expect(source.startsWith('(function (')).toBe(true);
    expect(source.replace(/\/\/.*$/gm, '')).not.toMatch(/\b(let|const|class|async)\b|=>|`/);
  }
});
