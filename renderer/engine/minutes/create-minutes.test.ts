import { beforeAll, describe, expect, test } from 'vitest';
import { aMeeting, peopleAtMeeting, placed } from '../../../test/builders/meetings.ts';
import { anApproval, anEdit, aRecord, noon } from '../../../test/builders/changes.ts';
import type { SignPair } from '../../../core/crypto/keys.ts';
import { cryptoReady, newSignPair, toBase64Url } from '../../../core/crypto/sodium.ts';
import type { DeviceId, PersonId, RecordId } from '../../../core/ids.ts';
import type { Change } from '../../../core/ledger/change.ts';
import { historyOf } from '../../../core/ledger/history.ts';
import { defaultScheme } from '../../../core/markings/default-scheme.ts';
import { printedText } from '../../../core/minutes/printed-text.ts';
import type { Meeting } from '../../../core/minutes/minutes-source.ts';
import { toFields } from '../../../core/records/fields.ts';
import { failed } from '../../../core/result.ts';
import type { PrintJob } from '../api.ts';
import type { MinutesGround } from '../minutes-seam/minutes-ground.ts';
import { createMinutes } from './create-minutes.ts';

let keys: SignPair;
let device: string;

beforeAll(async () => {
  await cryptoReady;
  keys = newSignPair();
  device = toBase64Url(keys.publicKey);
});

/** The engine around the minutes, with a ledger that holds these changes of one meeting. */
function around(changes: readonly Change[]): MinutesGround {
  return {
    now: () => noon,
    signer: { person: `person-of-${device}` as PersonId, device: device as DeviceId, name: 'Élise Moreau', keys },
    scheme: () => defaultScheme,
    profile: () => null,
    open: async () => failed('not-found'),
    rows: () => [],
    history: async (record) => historyOf(record === aRecord ? changes : []),
    state: async () => null,
    nameOf: () => 'Élise Moreau',
    signKeyOf: (one) => (one === device ? keys.publicKey : null),
  };
}

const written = (meeting: Meeting) => anEdit(toFields('meeting', meeting), { device });
const minutesOf = (...changes: readonly Change[]) => createMinutes(around(changes));

async function prepared(...changes: readonly Change[]): Promise<PrintJob> {
  const job = await minutesOf(...changes).prepare(aRecord, { language: 'en' });
  if (!job.ok) throw new Error(job.failure.code);
  return job.value;
}

describe('what is printed', () => {
  test('of open minutes is what they say now', async () => {
    const first = written(aMeeting({ title: 'Coordination' }));
    const job = await prepared(first, anEdit({ place: 'Tirana' }, { parents: [first], device, minute: 1 }));
    expect(printedText(job.html)).toContain('Place Tirana');
    expect(job).toMatchObject({ title: 'Coordination', banner: 'SENSITIVE', level: 'SENSITIVE', pageLabel: 'Page {page} of {pages}' });
  });

  test('of approved minutes is what was approved, and by whom', async () => {
    const first = written(aMeeting({ place: 'Tirana' }));
    const approval = anApproval(keys.secretKey, { parents: [first], device, minute: 1 });
    const later = anEdit({ place: 'Skopje' }, { parents: [approval], device, minute: 2 });
    const text = printedText((await prepared(first, approval, later)).html);
    expect(text).toContain('Place Tirana');
    expect(text).toContain('Approved by Élise Moreau on 24 November 2026');
  });

  test('is nothing while two versions are approved', async () => {
    const first = written(aMeeting());
    const one = anEdit({ place: 'Tirana' }, { parents: [first], device, minute: 1 });
    const changes = [first, one, anApproval(keys.secretKey, { parents: [first], device, minute: 2 }), anApproval(keys.secretKey, { parents: [one], device, minute: 3 })];
    expect(await minutesOf(...changes).prepare(aRecord, { language: 'en' })).toMatchObject({ ok: false, failure: { code: 'approvals-differ' } });
  });

  test('is nothing of a meeting that is not there', async () => {
    expect(await minutesOf().prepare('elsewhere' as RecordId, { language: 'en' })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  test('is saved under reference and day, never the title', async () => {
    const job = await prepared(written(aMeeting({ title: 'Operation Lantern', reference: 'JWG/7:a' })));
    expect(job.suggestedName).toBe('Minutes JWG-7-a 2026-11-23.pdf');
  });
});

describe('what binds the pouch binds the paper', () => {
  const limited = aMeeting({ safeguards: { limite: true }, distribution: [{ ...placed(), name: 'Blerta', country: 'XKX' }] });

  test('LIMITE is not given to third countries', async () => {
    const minutes = minutesOf(written(limited));
    expect(await minutes.prepare(aRecord, { language: 'en' })).toMatchObject({ ok: false, failure: { code: 'export-refused' } });
    expect(await minutes.refusals(aRecord, { language: 'en' })).toEqual([{ code: 'limite' }]);
  });

  test('without a distribution list a copy is one’s own', async () => {
    expect(await minutesOf(written({ ...limited, distribution: [] })).refusals(aRecord, { language: 'en' })).toEqual([]);
  });

  test('an H3 restriction asks for a word, and the word is enough', async () => {
    const safeguards = { handling: [{ code: 'H3' as const, restriction: 'Not to the press' }] };
    const minutes = minutesOf(written(aMeeting({ safeguards, distribution: [{ ...placed(), name: 'Ana', country: 'HRV', institution: 'USKOK' }] })));
    expect(await minutes.refusals(aRecord, { language: 'en' })).toEqual([{ code: 'handling-h3', restriction: 'Not to the press' }]);
    expect(await minutes.refusals(aRecord, { language: 'en', h3Confirmed: true })).toEqual([]);
  });
});

describe('checking a file', () => {
  const meeting = () => written(aMeeting({ attendance: peopleAtMeeting() ?? [] }));

  test('the pages say what was signed', async () => {
    const job = await prepared(meeting());
    expect(await minutesOf().verify(job.record, [printedText(job.html)])).toMatchObject({
      ok: true,
      value: { title: 'Coordination meeting', signedBy: 'Élise Moreau', at: noon, approvedBy: [], pages: 'same' },
    });
  });

  test('other pages around a true record are found out', async () => {
    const job = await prepared(meeting());
    const pages = [printedText(job.html).replace('Blerta', 'Marta')];
    expect(await minutesOf().verify(job.record, pages)).toMatchObject({ ok: false, failure: { code: 'pages-altered' } });
  });
});
