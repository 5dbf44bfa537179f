import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jsonFromBytes } from '../../../core/crypto/canonical.ts';
import type { PersonId, RecordId } from '../../../core/ids.ts';
import { printedText } from '../../../core/minutes/printed-text.ts';
import { codeOf, good } from '../../../test/builders/engines.ts';
import { exchange, Field, restricted, sensitive } from '../../../test/office/exchanging.ts';
import { trafficking } from '../../../test/office/groups.ts';
import type { Laptop } from '../../../test/office/laptop.ts';

let field: Field;
beforeEach(async () => {
  field = await Field.open();
});
afterEach(() => field.close());

async function aCase({ engine }: Laptop, title: string): Promise<RecordId> {
  return good(await engine.notebook.save({ kind: 'case', value: { title, jwg: trafficking, lead: 'Ana', countries: ['XKX', 'MNE'], summary: 'Waiting for the answer from Podgorica.' }, level: sensitive })).record;
}

async function twoMembers(): Promise<{ readonly ana: Laptop; readonly ben: Laptop; readonly successor: PersonId }> {
  const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
  await exchange(ana);
  return { ana, ben, successor: (await ben.engine.vault.me()).person };
}

describe('handing cases over', () => {
  test('the report tells where things stand, marked with the highest level of anything it names', async () => {
    const { ana, successor } = await twoMembers();
    expect(await ana.engine.devices.successors()).toMatchObject([{ person: successor, name: 'Ben' }]);
    const record = await aCase(ana, 'Route Bar–Bari');
    const { notebook } = ana.engine;
    good(await notebook.save({ kind: 'action', value: { text: 'Send the request', case: record, owner: 'Ana', due: '2027-01-10' }, level: sensitive }));
    good(await notebook.save({ kind: 'action', value: { text: 'Long done', case: record, status: 'done' }, level: sensitive }));
    good(await notebook.save({ kind: 'note', value: { title: 'Call with <Blerta>', case: record }, level: restricted }));
    const contact = good(await notebook.save({ kind: 'contact', value: { name: 'Blerta Hoxha', institution: 'SPAK', country: 'ALB' }, level: sensitive }));
    good(await notebook.save({ kind: 'contact', value: { name: 'Somebody Else' }, level: sensitive }));
    good(await notebook.save({ kind: 'request', value: { title: 'Letter rogatory to Tirana', case: record, status: 'sent', due: '2027-02-01', toCountry: 'ALB', handler: contact.record }, level: sensitive }));
    good(await notebook.save({ kind: 'request', value: { title: 'Executed long ago', case: record, status: 'executed' }, level: sensitive }));
    good(await notebook.save({ kind: 'meeting', value: { title: 'Coordination', case: record, day: '2099-01-15', start: '10:00', place: 'Tirana' }, level: sensitive }));
    good(await notebook.save({ kind: 'meeting', value: { title: 'Long past', case: record, day: '2020-01-15' }, level: sensitive }));
    const { job, leftOut } = good(await ana.engine.devices.prepareHandOver({ cases: [record], successor, remarks: 'Ask Blerta first.', language: 'en' }));
    expect([job.level, leftOut]).toEqual([restricted, 0]);
    const text = printedText(job.html);
    for (const words of ['Route Bar–Bari', 'Waiting for the answer from Podgorica.', 'Send the request', '10 January 2027', 'Call with <Blerta>', 'Coordination', 'Tirana', 'Ask Blerta first.', 'Kosovo*', 'This designation is without prejudice', 'Ben', 'Letter rogatory to Tirana', '1 February 2027', 'Blerta Hoxha', 'SPAK']) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/Long done|Long past|Executed long ago|Somebody Else/);
    expect(job.html).not.toContain('<Blerta>');
    expect(jsonFromBytes(job.record)).toMatchObject({ format: 'rapporteur-signed-hand-over' });
  });

  test('what may not be given to the successor is not named, and counted; such a case refuses the whole', async () => {
    const { ana, successor } = await twoMembers();
    const record = await aCase(ana, 'Route Bar–Bari');
    const safeguards = { handling: [{ code: 'H3' as const, restriction: 'For the author alone' }] };
    good(await ana.engine.notebook.save({ kind: 'note', value: { title: 'From the informant', case: record, safeguards }, level: sensitive }));
    const { job, leftOut } = good(await ana.engine.devices.prepareHandOver({ cases: [record], successor, remarks: '', language: 'en' }));
    expect(leftOut).toBe(1);
    expect(printedText(job.html)).not.toContain('informant');
    expect(printedText(job.html)).toContain('One record is not named here');
    const closed = good(await ana.engine.notebook.save({ kind: 'case', value: { title: 'Closed to others', safeguards }, level: sensitive }));
    expect(codeOf(await ana.engine.devices.prepareHandOver({ cases: [closed.record], successor, remarks: '', language: 'en' }))).toBe('hand-over-refused');
  });

  test('is recorded in each case’s own history and travels with it', async () => {
    const { ana, ben, successor } = await twoMembers();
    const [one, two] = [await aCase(ana, 'One'), await aCase(ana, 'Two')];
    expect(good(await ana.engine.devices.recordHandOver({ cases: [one, two], successor }))).toEqual({ handedOver: 2 });
    expect((await ana.engine.notebook.history(one)).flatMap((entry) => entry.fields)).toContainEqual({ field: 'lead', before: 'Ana', after: 'Ben' });
    await exchange(ana);
    await exchange(ben);
    const cases = await ben.engine.notebook.list('case');
    expect(cases.map((row) => row.value.lead)).toEqual(['Ben', 'Ben']);
  });

  test('goes to a member of the programme, and has something to hand over', async () => {
    const { ana, successor } = await twoMembers();
    const record = await aCase(ana, 'One');
    const nobody = (await ana.engine.vault.me()).person;
    expect(codeOf(await ana.engine.devices.prepareHandOver({ cases: [record], successor: nobody, remarks: '', language: 'en' }))).toBe('unknown-successor');
    expect(codeOf(await ana.engine.devices.recordHandOver({ cases: [record], successor: nobody }))).toBe('unknown-successor');
    expect(codeOf(await ana.engine.devices.prepareHandOver({ cases: [], successor, remarks: '', language: 'en' }))).toBe('nothing-to-hand-over');
  });
});
