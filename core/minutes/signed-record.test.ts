import { beforeAll, describe, expect, test } from 'vitest';
import { jsonFromBytes, jsonToBytes } from '../crypto/canonical.ts';
import type { SignPair } from '../crypto/keys.ts';
import { cryptoReady, newSignPair, toBase64Url } from '../crypto/sodium.ts';
import type { DeviceId, MarkingId, PersonId } from '../ids.ts';
import type { Change } from '../ledger/change.ts';
import { fold } from '../ledger/fold.ts';
import { historyOf } from '../ledger/history.ts';
import { peekStatement, signStatement } from '../organisation/signed-statement.ts';
import { anApproval, anEdit, aRecord, noon } from '../../test/builders/changes.ts';
import { defaultScheme } from '../markings/default-scheme.ts';
import { signRecord, verifyRecord, type PrintedRecord } from './signed-record.ts';

let exporter: SignPair;
let device: DeviceId;
let other: SignPair;
let otherDevice: string;

beforeAll(async () => {
  await cryptoReady;
  exporter = newSignPair();
  device = toBase64Url(exporter.publicKey) as DeviceId;
  other = newSignPair();
  otherDevice = toBase64Url(other.publicKey);
});

const keysOf = (id: DeviceId) => (id === device ? exporter.publicKey : null);

function chain(): { first: Change; second: Change; third: Change; approval: Change } {
  const first = anEdit({ title: 'Draft title', 'lines.a.text': 'Secret remark' });
  const second = anEdit({ title: 'Coordination meeting', 'lines.a.text': 'Agreed' }, { parents: [first], minute: 1 });
  const third = anEdit({ 'lines.b.text': 'Шаље се до петка' }, { parents: [second], minute: 2 });
  const approval = anApproval(other.secretKey, { parents: [third], device: otherDevice, minute: 3 });
  return { first, second, third, approval };
}

function exported(text = 'Coordination meeting Agreed Шаље се до петка'): Uint8Array {
  const { first, second, third, approval } = chain();
  const history = historyOf([first, second, third, approval]);
  return signRecord(
    {
      record: aRecord, person: 'person-1' as PersonId, device, name: 'Élise Moreau', at: noon, title: 'Coordination meeting',
      level: 'SENSITIVE' as MarkingId, language: 'en', frontier: [third.hash], text, history,
      state: fold(history, { now: noon, scheme: defaultScheme }), approvedBy: [approval.hash],
    },
    exporter.secretKey,
  );
}

function opened(bytes: Uint8Array): PrintedRecord {
  const verified = verifyRecord(bytes, keysOf);
  if (!verified.ok) throw new Error(verified.failure.code);
  return verified.value;
}

/** The record with something changed in it, signed again by its exporter. */
function resigned(change: (record: PrintedRecord) => unknown): Uint8Array {
  const file = jsonFromBytes(exported()) as { statement: string; signature: string };
  const record = peekStatement(file) as PrintedRecord;
  return jsonToBytes({ ...file, ...signStatement('minutes-record', change(record), exporter.secretKey) });
}

const code = (bytes: Uint8Array) => {
  const result = verifyRecord(bytes, keysOf);
  return result.ok ? 'ok' : result.failure.code;
};

describe('a record', () => {
  test('is verified by whoever knows the exporter’s device', () => {
    expect(opened(exported())).toMatchObject({ title: 'Coordination meeting', name: 'Élise Moreau', chain: 'whole', at: noon });
    expect(opened(exported()).approvals).toHaveLength(1);
  });

  test('does not carry what was struck out', () => {
    const bytes = exported();
    expect(JSON.stringify(peekStatement(jsonFromBytes(bytes) as { statement: string; signature: string }))).not.toContain('Secret remark');
    expect(opened(bytes).changes.map((change) => change.content !== 'left-out')).toEqual([false, true, true]);
  });

  test('carries no correction that is not printed', () => {
    const first = anEdit({ title: 'Coordination meeting' });
    const rejected = anEdit({ 'corrections.c.passage': 'Agreed', 'corrections.c.wording': 'Never said', 'corrections.c.reason': 'None' }, { parents: [first], minute: 1 });
    const history = historyOf([first, rejected]);
    const bytes = signRecord(
      {
        record: aRecord, person: 'person-1' as PersonId, device, name: 'Élise', at: noon, title: 'Coordination meeting', level: 'SENSITIVE' as MarkingId, language: 'en',
        frontier: [rejected.hash], text: 'Coordination meeting', history, state: fold(history, { now: noon, scheme: defaultScheme }), approvedBy: [],
      },
      exporter.secretKey,
    );
    expect(opened(bytes).changes.map((change) => change.content !== 'left-out')).toEqual([true, false]);
  });

  test('carries no content that is not on the page', () => {
    expect(opened(exported('Coordination meeting Agreed')).changes.at(-1)?.content).toBe('left-out');
  });

  test('of a device that nobody knows is not believed', () => {
    expect(verifyRecord(exported(), () => null)).toMatchObject({ ok: false, failure: { code: 'unknown-signer' } });
  });

  test('is no record when it is something else', () => {
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('{}'), new TextEncoder().encode('[1]')]) expect(code(bytes)).toBe('not-a-record');
  });

  test('altered in any byte is never taken for the one that was signed', () => {
    const bytes = exported();
    for (let at = 0; at < bytes.length; at += 37) {
      const altered = bytes.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(code(altered)).not.toBe('ok');
    }
  });
});

describe('an exporter cannot', () => {
  test('print another text than the one whose content travels', () => {
    expect(code(resigned((record) => ({ ...record, text: record.text.replace('Agreed', 'Refused') })))).toBe('altered');
  });

  test('change who wrote a change', () => {
    const altered = resigned((record) => ({
      ...record,
      changes: record.changes.map((change) => ({ ...change, header: { ...change.header, author: 'somebody' } })),
    }));
    expect(code(altered)).toBe('altered');
  });

  test('leave a change out of the chain', () => {
    expect(code(resigned((record) => ({ ...record, changes: record.changes.slice(1) })))).toBe('altered');
  });

  test('put other words into a change', () => {
    const altered = resigned((record) => ({
      ...record,
      changes: record.changes.map((change) => (change.content === 'left-out' ? change : { ...change, content: { ...change.content, fields: {} } })),
    }));
    expect(code(altered)).toBe('altered');
  });

  test('claim an approval of something else', () => {
    expect(code(resigned((record) => ({ ...record, frontier: [record.changes[0]?.hash] })))).toBe('altered');
  });
});
