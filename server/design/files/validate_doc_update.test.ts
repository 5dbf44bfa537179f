import { beforeAll, describe, expect, test } from 'vitest';
import { runInNewContext } from 'node:vm';
import { cryptoReady, randomBytes } from '../../../core/crypto/sodium.ts';
import { pieceBytes } from '../../../core/files/file-limits.ts';
import { pieceDocument, removedPiece } from '../../../core/files/piece-document.ts';
import type { PieceId } from '../../../core/ids.ts';
import { FileSealer } from '../../../core/files/sealed-file.ts';
import { designDocument } from '../../couchdb/design-documents.ts';

type User = { name: string | null; roles: string[] };
type Validate = (document: object, old: object | null, user: User) => void;
const source = designDocument('files').validate_doc_update;
const validate = runInNewContext(source) as Validate;

const member: User = { name: `m${'0'.repeat(32)}`, roles: ['r0'] };
const office: User = { name: 'admin', roles: ['_admin'] };
const piece = { _id: 'a'.repeat(64), v: 1, uploader: member.name, sealed: 'A'.repeat(1420) };

function reasonOf(document: object, old: object | null = null, user: User = member): string {
  try {
    validate(document, old, user);
    return 'accepted';
  } catch (thrown) {
    return (thrown as { forbidden: string }).forbidden;
  }
}

beforeAll(() => cryptoReady);

describe('a member, among the files', () => {
  test.each([0, 5000, pieceBytes + 1])('creates every piece and the list of a file of %i bytes', (size) => {
    const sealer = new FileSealer(size);
    const content = randomBytes(size);
    const pieces = [];
    for (let at = 0; at < size; at += pieceBytes) pieces.push(sealer.next(content.slice(at, at + pieceBytes)));
    const { rest, list } = sealer.end();
    for (const one of [...pieces, ...rest, list]) expect(reasonOf(pieceDocument(one, member.name ?? ''))).toBe('accepted');
  });

  test.each([
    ['a revision of its own', { ...piece, _rev: '1-a' }, 'unknown key'],
    ['a history of its own', { ...piece, _rev: '1-a', _revisions: { start: 1, ids: ['a'] } }, 'unknown key'],
    ['a deletion', { ...piece, _deleted: true }, 'nothing is deleted here'],
    ['a mark of removal', { _id: piece._id, v: 1, removed: true }, 'unknown key'],
    ['an attachment', { ...piece, _attachments: {} }, 'unknown key'],
    ['a file name', { ...piece, name: 'x.pdf' }, 'unknown key'],
    ['a short id', { ...piece, _id: 'a' }, 'wrong id'],
    ['a design document', { ...piece, _id: '_design/x' }, 'wrong id'],
    ['another version', { ...piece, v: 2 }, 'unknown version'],
    ['someone else as uploader', { ...piece, uploader: `m${'1'.repeat(32)}` }, 'uploader is someone else'],
    ['no seal', { ...piece, sealed: undefined }, 'wrong seal'],
    ['too little', { ...piece, sealed: 'A'.repeat(1416) }, 'wrong size'],
    ['too much', { ...piece, sealed: 'A'.repeat(174_820) }, 'wrong size'],
  ])('is refused %s', (_what, document, reason) => expect(reasonOf(document)).toBe(reason));

  test('changes nothing that is there, and nothing that was removed', () => {
    expect(reasonOf({ ...piece, _rev: '1-a' }, piece)).toBe('pieces are only created');
    expect(reasonOf({ ...piece, _rev: '2-a' }, { ...removedPiece(piece._id as PieceId), _rev: '2-a' })).toBe('pieces are only created');
  });

  test('delivering again is left to the store, which answers 409', () => expect(reasonOf(piece, piece)).toBe('accepted'));

  test('is someone', () => expect(reasonOf({ ...piece, uploader: null }, null, { name: null, roles: [] })).toBe('uploader is someone else'));
});

test('the secretariat overwrites pieces with a mark, and with nothing else', () => {
  const mark = removedPiece(piece._id as PieceId);
  expect(reasonOf({ ...mark, _rev: '1-a' }, piece, office)).toBe('accepted');
  expect(reasonOf(mark, null, office)).toBe('accepted');
  expect(reasonOf({ ...mark, _rev: '1-a', sealed: piece.sealed }, piece, office)).toBe('unknown key');
  expect(reasonOf({ ...mark, _id: 'a' }, null, office)).toBe('wrong id');
  expect(reasonOf({ _id: piece._id, _rev: '1-a', _deleted: true }, piece, office)).toBe('nothing is deleted here');
  expect(reasonOf({ ...piece, _rev: '1-a' }, piece, office)).toBe('pieces are only created');
  expect(reasonOf(piece, null, office)).toBe('accepted');
  expect(reasonOf({ _id: '_design/rapporteur', language: 'javascript' }, null, office)).toBe('accepted');
});

test('the function is an ES5 expression without a comment in front', () => {
  expect(source.startsWith('(function (')).toBe(true);
  expect(source.replace(/\/\/.*$/gm, '')).not.toMatch(/\b(let|const|class|async)\b|=>|`/);
});
