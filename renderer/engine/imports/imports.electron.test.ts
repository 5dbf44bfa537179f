import { afterEach, describe, expect, it } from 'vitest';
import { aDocx, anEml, inCodePage } from '../../../test/builders/documents.ts';
import { anOpenEngine, good, sensitive } from '../../../test/builders/engines.ts';
import type { RecordId } from '../../../core/ids.ts';
import type { Engine } from '../engine.ts';
import type { AgendaTarget, ImportChoices, ImportFile } from './imports-api.ts';

const choices: ImportChoices = { as: 'contact', level: sensitive, jwg: null, case: null, leaveOutKnown: true };
const file = (name: string, content: string | Uint8Array): ImportFile => ({ name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content });

let engine: Engine;
afterEach(() => engine.end());

async function opened(): Promise<Engine> {
  ({ engine } = await anOpenEngine());
  return engine;
}

describe('contacts', () => {
  it('come from a table in three encodings with broken rows: a preview, a report, nothing lost', async () => {
    const notebook = await opened();
    const parts = [
      new TextEncoder().encode('Ime i prezime;Država;Telefon;E-mail;Institucija\nĐorđe Ђ;Crna Gora;+382 20 1;a@example.org;SDT\n'),
      inCodePage('Živko Čačak;Srbija;011 2;zivko@example;\n', 'windows-1250'),
      inCodePage('Љиљана;Србија;;;Тужилаштво\n', 'windows-1251'),
      new TextEncoder().encode(`;MNE;;;\n"Open;ALB\nZ;Kosovo*;;;\n${'N'.repeat(400)};ALB;;;\n`),
    ];
    const table = file('list.csv', Uint8Array.from(parts.flatMap((part) => [...part])));
    const preview = await notebook.imports.preview([table], choices);
    expect(preview.encoding).toBe('mixed');
    expect(preview.columns.map(({ field }) => field)).toEqual(['name', 'country', 'office', 'email', 'institution']);
    expect(preview.total).toBe(6);
    expect(preview.leftOut).toBe(1);
    expect(preview.problems.map(({ code, line }) => `${code} ${line}`)).toEqual(expect.arrayContaining(['quote-open 6', 'no-name 5', 'email-odd 3', 'row-short 6', 'text-shortened 8']));
    expect(await notebook.notebook.list('contact')).toEqual([]);
    const report = good(await notebook.imports.carryOut([table], choices));
    expect(report.records).toHaveLength(6);
    const rows = await notebook.notebook.list('contact');
    expect(rows.find((row) => row.title === 'Z')?.value.country).toBe('XKX');
    expect(rows.find((row) => row.title === 'Živko Čačak')?.value).toMatchObject({ country: 'SRB', numbers: [{ number: '011 2' }] });
    const again = await notebook.imports.preview([table], choices);
    expect(again.total).toBe(0);
    expect(again.problems.filter(({ code }) => code === 'already-here')).toHaveLength(6);
  });

  it('are all made or none: one that may not be written refuses the whole', async () => {
    const notebook = await opened();
    const answer = await notebook.imports.carryOut([file('two.csv', 'name\nAna\nMarko\n')], { ...choices, level: 'S-UE' as typeof sensitive });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'above-ceiling' } });
    expect(await notebook.notebook.list('contact')).toEqual([]);
  });
});

describe('documents', () => {
  it('become notes', async () => {
    const notebook = await opened();
    const files = [file('Састанак.docx', aDocx({ macros: true })), file('route.eml', anEml()), file('plan.md', '# Plan\n\nWords'), file('empty.txt', ''), file('picture.png', 'x')];
    const report = good(await notebook.imports.carryOut(files, { ...choices, as: 'note' }));
    expect(report.records).toHaveLength(3);
    expect(report.problems.map(({ code }) => code)).toEqual(['file-empty', 'macros-left-out', 'file-unknown']);
    const rows = await notebook.notebook.list('note');
    expect(rows.map(({ title }) => title).toSorted()).toEqual(['Ruta Bar–Bari', 'plan', 'Састанак']);
  });

  it('bring the files of a message with them, sealed and whole', async () => {
    const notebook = await opened();
    expect((await notebook.imports.preview([file('route.eml', anEml())], { ...choices, as: 'note' })).items[0]?.files).toBe(1);
    const [record] = good(await notebook.imports.carryOut([file('route.eml', anEml())], { ...choices, as: 'note' })).records;
    const { attachments } = good(await notebook.notebook.open('note', record as RecordId)).value;
    expect(attachments.map(({ name, size }) => [name, size])).toEqual([['list.bin', 3]]);
    const reference = attachments[0]?.file;
    if (reference === null || reference === undefined) throw new Error('no file');
    expect([...(good(await notebook.files.piece(reference, 0)) ?? [])].slice(0, 3)).toEqual([0, 1, 2]);
  });

  it('of any kind become the files of one new note, or none of them', async () => {
    const notebook = await opened();
    const files = ['скен.pdf', 'phones/dump.bin'].map((name) => ({ name, type: '', content: new Blob([name]) }));
    const request = { title: 'Search', files, level: sensitive, jwg: null, case: null };
    expect(await notebook.imports.fileAway({ ...request, level: 'S-UE' as typeof sensitive })).toMatchObject({ ok: false, failure: { code: 'above-ceiling' } });
    expect(await notebook.imports.fileAway({ ...request, title: 'x'.repeat(400) })).toMatchObject({ ok: false, failure: { code: 'not-valid' } });
    expect(await notebook.imports.fileAway({ ...request, files: [] })).toMatchObject({ ok: false, failure: { code: 'nothing-to-import' } });
    expect(await notebook.notebook.list('note')).toEqual([]);
    const [record] = good(await notebook.imports.fileAway(request)).records;
    expect(good(await notebook.notebook.open('note', record as RecordId)).value.attachments.map(({ name }) => name)).toEqual(['скен.pdf', 'phones/dump.bin']);
  });
});

describe('an agenda', () => {
  const asked = (into: AgendaTarget, without: readonly number[] = []): ImportChoices => ({ ...choices, as: 'agenda', agenda: { into, without } });
  const files = () => [file('agenda.docx', aDocx()), file('more.txt', '10:00 Трећа тачка\n10:20 Fourth'), file('none.txt', ' - \n')];
  const meetingOf = async (notebook: Engine, record: RecordId) => good(await notebook.notebook.open('meeting', record)).value;
  const titlesOf = ({ agenda }: { agenda: readonly { title: string; order: string }[] }) => agenda.toSorted((a, b) => (a.order < b.order ? -1 : 1)).map(({ title }) => title);

  it('is looked at before anything is made', async () => {
    const notebook = await opened();
    const preview = await notebook.imports.preview(files(), { ...choices, as: 'agenda' });
    expect(preview.agendaTitle).toBe('Радни састанак');
    expect(preview.agenda.map(({ title, minutes }) => [title, minutes])).toEqual([['First point', 15], ['Second point', null], ['Трећа тачка', 20], ['Fourth', null]]);
    expect(preview.problems.map(({ code }) => code)).toEqual(['no-items']);
    expect(await notebook.notebook.list('meeting')).toEqual([]);
  });

  it('makes a new meeting with the items that are not left out', async () => {
    const notebook = await opened();
    const report = good(await notebook.imports.carryOut(files(), asked({ title: 'Coordination' }, [1])));
    expect(report).toMatchObject({ kind: 'meeting', items: 3, added: null, leftOut: 1 });
    const meeting = await meetingOf(notebook, report.records[0] as RecordId);
    expect(meeting.title).toBe('Coordination');
    expect(titlesOf(meeting)).toEqual(['First point', 'Трећа тачка', 'Fourth']);
    expect(await notebook.imports.carryOut(files(), asked({ title: '' }))).toMatchObject({ failure: { code: 'not-valid' } });
    expect(await notebook.imports.carryOut(files(), asked({ title: 'None' }, [0, 1, 2, 3]))).toMatchObject({ failure: { code: 'nothing-to-import' } });
    expect(await notebook.notebook.list('meeting')).toHaveLength(1);
  });

  it('comes behind what is there and what is being typed, and goes again where nothing was noted', async () => {
    const notebook = await opened();
    const standing = { key: 'k1', order: 'a0', title: 'Opening' };
    const saved = good(await notebook.notebook.save({ kind: 'meeting', value: { title: 'Monthly', agenda: [standing] }, level: sensitive }));
    const draft = await notebook.drafts.newId();
    const typed = { title: 'Monthly, typed on', agenda: [standing, { key: 'k2', order: 'a1', title: 'Typed' }], lines: [] };
    await notebook.drafts.keep({ draft, kind: 'meeting', record: saved.record, heads: saved.heads, level: sensitive, value: typed });
    const report = good(await notebook.imports.carryOut([file('a.txt', 'One\nTwo')], asked({ meeting: saved.record })));
    expect(titlesOf(await meetingOf(notebook, saved.record))).toEqual(['Opening', 'One', 'Two']);
    const going = await notebook.drafts.open(draft);
    expect(going?.value['title']).toBe('Monthly, typed on');
    expect(titlesOf(going?.value as { agenda: [] })).toEqual(['Opening', 'Typed', 'One', 'Two']);
    // What was typed on is saved from what the draft has seen: nothing is lost and nothing twice.
    if (going === null) throw new Error('the draft is gone');
    const two = (going.value['agenda'] as { key: string; title: string }[]).find(({ title }) => title === 'Two');
    const line = { key: 'l1', order: 'a0', item: two?.key ?? '', text: 'Noted' };
    good(await notebook.notebook.save({ kind: 'meeting', record: saved.record, value: { ...going.value, title: 'Monthly, typed on', lines: [line] }, level: sensitive, heads: going.heads, draft }));
    expect(titlesOf(await meetingOf(notebook, saved.record))).toEqual(['Opening', 'Typed', 'One', 'Two']);
    if (report.added === null) throw new Error('nothing to take out');
    expect(good(await notebook.imports.takeOut(report.added))).toEqual({ gone: 1, kept: 1 });
    expect(titlesOf(await meetingOf(notebook, saved.record))).toEqual(['Opening', 'Typed', 'Two']);
  });

  it('is refused where it may not be, and nothing changes', async () => {
    const notebook = await opened();
    const agenda = Array.from({ length: 199 }, (_, at) => ({ key: `k${at}`, order: `a${String.fromCharCode(97 + (at % 25))}${at + 1}`, title: `Item ${at}` }));
    const full = good(await notebook.notebook.save({ kind: 'meeting', value: { title: 'Full', agenda }, level: sensitive }));
    expect(await notebook.imports.carryOut(files(), asked({ meeting: full.record }))).toMatchObject({ failure: { code: 'agenda-full', facts: { limit: 200 } } });
    const approved = good(await notebook.notebook.save({ kind: 'meeting', value: { title: 'Approved', attendance: [{ key: 'p1', order: 'a0', name: 'Ana' }] }, level: sensitive }));
    good(await notebook.notebook.approve(approved.record, approved.heads));
    expect(await notebook.imports.carryOut(files(), asked({ meeting: approved.record }))).toMatchObject({ failure: { code: 'locked-record' } });
    expect((await meetingOf(notebook, approved.record)).agenda).toEqual([]);
    expect((await meetingOf(notebook, full.record)).agenda).toHaveLength(199);
  });
});
