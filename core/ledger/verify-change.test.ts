import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { aMove, anApproval, anEdit, aRecord } from '../../test/builders/changes.ts';
import { canonicalHash } from '../crypto/canonical.ts';
import { cryptoReady, newSignPair } from '../crypto/sodium.ts';
import type { ChangeHash, DeviceId } from '../ids.ts';
import { approvalStatement, verifyApproval } from './approval.ts';
import type { Change, FieldValue } from './change.ts';
import { eraseContent } from './erasure.ts';
import { changeLimits } from './limits.ts';
import { makeChange, type NewChange } from './make-change.ts';
import { verifyChange, type VerifyKnowledge } from './verify-change.ts';

beforeAll(() => cryptoReady);

const nothingKnown: VerifyKnowledge = { publicKeyOf: () => undefined, erasures: new Set() };

/** As it comes out of a letter: nothing but JSON. */
function arrived(value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}

function verdict(candidate: unknown, known: VerifyKnowledge = nothingKnown): string {
  const result = verifyChange(candidate, known);
  return result.ok ? 'ok' : result.failure.code;
}

/** A change with another header, hashed anew: what a forger who is a member can make. */
function forged(change: Change, header: Readonly<Record<string, unknown>>, content: unknown = change.content): unknown {
  const whole = { ...arrived(change.header), ...header };
  return { hash: canonicalHash(whole), header: whole, content };
}

describe('a change from elsewhere', () => {
  it('is taken in as it was made', () => {
    const first = anEdit({ title: 'Sastanak u Baru, Ђорђевић', next: { day: null, list: [1, 'a', true] } });
    const second = anEdit({ 'agenda.k.title': 'x' }, { parents: [first] });
    for (const change of [first, second, aMove('bin', { parents: [second] })]) {
      expect(verifyChange(arrived(change), nothingKnown)).toEqual({ ok: true, value: change });
    }
  });

  it('is taken in whatever a person wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.jsonValue({ maxDepth: 5 }), (title, next) => {
        expect(verdict(arrived(anEdit({ title, next: next as FieldValue })))).toBe('ok');
      }),
    );
  });

  it('is refused when any of it was altered', () => {
    const change = anEdit({ title: 'Old', place: 'Bar' }, { parents: [anEdit({ title: 'x' })] });
    const text = JSON.stringify(change);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', 'a', 'B', '"', '{', '_'), (index, character) => {
        const altered = text.slice(0, index) + character + text.slice(index + 1);
        fc.pre(altered !== text);
        let candidate: unknown;
        try {
          candidate = JSON.parse(altered);
        } catch {
          return;
        }
        expect(verdict(candidate)).not.toBe('ok');
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused when it is anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (candidate) => {
        expect(verdict(candidate)).not.toBe('ok');
      }),
    );
  });

  const first = () => anEdit({ title: 'x' });
  const parent = (digit: string) => digit.repeat(64);

  it.each<[string, string, (change: Change) => unknown]>([
    ['a hash that is not its own', 'wrong-hash', (change) => ({ ...arrived(change), hash: parent('0') })],
    ['content that it did not commit to', 'wrong-commitment', (change) => ({ ...change, content: { salt: 'A'.repeat(22), fields: { title: 'y' } } })],
    ['a kind that nobody knows', 'unknown-kind', (change) => forged(change, { kind: 'spell' })],
    ['a kind named like an inherited property', 'unknown-kind', (change) => forged(change, { kind: 'constructor' })],
    ['a later version', 'newer-version', (change) => forged(change, { v: 2 })],
    ['parents that are not sorted', 'malformed', (change) => forged(change, { parents: [parent('b'), parent('a')] })],
    ['a parent named twice', 'malformed', (change) => forged(change, { parents: [parent('a'), parent('a')] })],
    ['the clock of another device', 'malformed', (change) => forged(change, { device: 'device-z' })],
    ['a header entry too many', 'malformed', (change) => forged(change, { extra: 1 })],
    ['content with an entry too many', 'malformed', (change) => ({ ...change, content: { ...(change.content as object), extra: 1 } })],
    ['an approval on an edit', 'malformed', (change) => forged(change, { parents: [parent('a')], approval: { frontier: [parent('a')], signature: 'A'.repeat(86) } })],
    ['an approve without an approval', 'malformed', (change) => forged(change, { act: 'approve' })],
    ['fields on a bin', 'malformed', (change) => forged(change, { act: 'bin' })],
    ['an act that nobody knows', 'malformed', (change) => forged(change, { act: 'obey' })],
  ])('is refused with %s: %s', (_what, code, make) => {
    expect(verdict(make(first()))).toBe(code);
  });

  it.each<[string, string]>([
    ['__proto__ as a field', '{"__proto__": 1}'],
    ['__proto__ inside a value', '{"title": {"__proto__": {"polluted": true}}}'],
    ['a path that no record has', '{"a.b": 1}'],
    ['an empty path', '{"": 1}'],
    ['half an emoji', '{"title": "\\ud83d"}'],
    ['fields that are a list', '[1, 2]'],
    ['fields that are nothing', 'null'],
  ])('is refused with %s', (_what, fields) => {
    const content: unknown = { salt: 'A'.repeat(22), fields: JSON.parse(fields) as unknown };
    expect(verdict({ ...first(), content })).toBe('malformed');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is refused when it is nested deeper than anything can follow', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const content: unknown = { salt: 'A'.repeat(22), fields: JSON.parse(`{"title": ${deep}}`) as unknown };
    expect(verdict({ ...first(), content })).toBe('malformed');
  });

  it('is refused when it is larger than a change may be', () => {
    const change = first();
    const parents = Array.from({ length: changeLimits.parents + 1 }, (_, index) => canonicalHash(index)).sort();
    expect(verdict(forged(change, { parents }))).toBe('too-large');
    const fields = Object.fromEntries(Array.from({ length: changeLimits.fields + 1 }, (_, index) => [`f${index}`, 0]));
    expect(verdict({ ...change, content: { salt: 'A'.repeat(22), fields } })).toBe('too-large');
    const long = { salt: 'A'.repeat(22), fields: { title: 'x'.repeat(changeLimits.contentBytes) } };
    expect(verdict(forged(change, { commitment: canonicalHash(long) }, long))).toBe('too-large');
  });

  it('is refused when the record is known to be of another kind', () => {
    expect(verdict(arrived(first()), { ...nothingKnown, kindOf: () => 'note' })).toBe('other-kind');
    expect(verdict(arrived(first()), { ...nothingKnown, kindOf: (record) => (record === aRecord ? 'meeting' : 'note') })).toBe('ok');
  });

  it('may come without content only when that was ordered', () => {
    const erased = eraseContent(first());
    expect(verdict(arrived(erased))).toBe('erased-without-order');
    expect(verdict(arrived(erased), { ...nothingKnown, erasures: new Set([erased.hash]) })).toBe('ok');
    const forgery = { ...erased, header: { ...erased.header, level: 'UNCLASSIFIED' } };
    expect(verdict(arrived(forgery), { ...nothingKnown, erasures: new Set([erased.hash]) })).toBe('wrong-hash');
  });
});

describe('an approval', () => {
  const signer = () => {
    const pair = newSignPair();
    const change = anApproval(pair.secretKey, { parents: [anEdit({ title: 'x' })], device: 'device-b' });
    const known = (key: Uint8Array | undefined) => ({ ...nothingKnown, publicKeyOf: (device: DeviceId) => (device === 'device-b' ? key : undefined) });
    return { pair, change, known };
  };

  it('is taken in when its device signed it', () => {
    const { pair, change, known } = signer();
    expect(verdict(arrived(change), known(pair.publicKey))).toBe('ok');
    expect(verdict(arrived(change), known(newSignPair().publicKey))).toBe('wrong-signature');
    expect(verdict(arrived(change), known(undefined))).toBe('unknown-signer');
  });

  it('cannot be moved to other heads, another author or another time', () => {
    const { pair, change, known } = signer();
    const other = 'f'.repeat(64) as ChangeHash;
    const parents = [...change.header.parents, other].sort();
    const moved = { parents, approval: { ...change.header.approval, frontier: [other] } };
    expect(verdict(forged(change, moved), known(pair.publicKey))).toBe('wrong-signature');
    expect(verdict(forged(change, { author: 'someone-else' }), known(pair.publicKey))).toBe('wrong-signature');
    expect(verdict(forged(change, { act: 'finalise' }), known(pair.publicKey))).toBe('wrong-signature');
    expect(verdict(forged(change, { parents: [other] }), known(pair.publicKey))).toBe('malformed');
  });

  it('can be checked without its history', () => {
    const { pair, change } = signer();
    const statement = approvalStatement(change.header);
    const signature = change.header.approval?.signature ?? '';
    if (statement === null) throw new Error('it is an approval');
    expect(verifyApproval(statement, signature, pair.publicKey)).toBe(true);
    expect(verifyApproval({ ...statement, frontier: [] }, signature, pair.publicKey)).toBe(false);
    expect(verifyApproval(statement, '!', pair.publicKey)).toBe(false);
    expect(approvalStatement(anEdit({}).header)).toBeNull();
  });
});

describe('making a change', () => {
  const input = (fields: Readonly<Record<string, FieldValue>>): NewChange => {
    const { record, kind, author, device, level } = anEdit({}).header;
    return { record, kind, author, device, level, parents: [], act: 'edit', fields };
  };
  const time = () => anEdit({}).header.time;

  it('says when a text is too long for one change', () => {
    expect(makeChange(input({ title: 'ж'.repeat(changeLimits.contentBytes) }), time())).toEqual({
      ok: false,
      failure: { code: 'too-large', facts: { limit: changeLimits.contentBytes } },
    });
  });

  it('refuses text nested deeper than others would take', () => {
    let next: FieldValue = 'x';
    for (let depth = 0; depth < 200; depth += 1) next = [next];
    expect(makeChange(input({ next }), time())).toMatchObject({ failure: { code: 'too-large' } });
  });

  it('gives equal contents different commitments', () => {
    expect(anEdit({ title: 'yes' }).header.commitment).not.toBe(anEdit({ title: 'yes' }).header.commitment);
  });

  it('can still be done in a record that was split into more heads than a change may name', () => {
    const heads = Array.from({ length: changeLimits.parents + 50 }, (_, index) => canonicalHash(index) as ChangeHash);
    expect(verdict(arrived(anEdit({ title: 'x' }, { parents: heads })))).toBe('ok');
  });

  it('refuses fields that no record can have', () => {
    expect(() => makeChange(input({ 'a.b.c.d': 1 }), time())).toThrow();
  });

  it('refuses to approve what is not among the parents', () => {
    const change = anEdit({ title: 'x' });
    expect(() => anApproval(newSignPair().secretKey, { parents: [change], frontier: [anEdit({})] })).toThrow();
    expect(() => anApproval(newSignPair().secretKey, { parents: [] })).toThrow();
  });
});
