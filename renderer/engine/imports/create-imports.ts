import { largestImport, mostAttachments } from '../../../core/files/import-limits.ts';
import type { RecordInput } from '../../../core/records/kinds.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { RecordRow } from '../api.ts';
import type { CreateAll, NewRecord } from '../notebook/create-all.ts';
import { carryAgenda, takeItemsOut, type AgendaGround } from './agenda-import.ts';
import { attachAll, type AttachmentGround, type ToAttach } from './attach-all.ts';
import { contactInput } from './contact-input.ts';
import { shownItems, shownProblems } from './import-limits.ts';
import type { FileAway, ImportChoices, ImportFailure, ImportFile, ImportItem, ImportPreview, ImportProblem, ImportReport, ImportsApi, TextEncoding } from './imports-api.ts';
import { firstHeading, readAgenda } from './read-agenda.ts';
import { identitiesOf, readContacts } from './read-contacts.ts';
import { problem, readNote, type ReadNote } from './read-notes.ts';

export interface ImportsGround extends AgendaGround {
  readonly contacts: () => readonly RecordRow<'contact'>[];
  readonly createAll: CreateAll;
  readonly files: AttachmentGround;
}

/** Everything that files came to: what would be made, and what stood in the way. */
interface Reading {
  readonly items: readonly ImportItem[];
  readonly records: readonly NewRecord[];
  /** By the place of their record. */
  readonly files: ReadonlyMap<number, readonly ToAttach[]>;
  readonly problems: readonly ImportProblem[];
  readonly columns: ImportPreview['columns'];
  readonly encoding: TextEncoding | null;
  readonly agenda: ImportPreview['agenda'];
  readonly agendaTitle: string;
}

/** Reads files into contacts, notes and agendas: a preview first, then all of it in one transaction or nothing. */
export function createImports(ground: ImportsGround): ImportsApi {
  return {
    async preview(files, choices) {
      const reading = await readFiles(files, choices, ground);
      return previewOf(reading);
    },
    async carryOut(files, choices) {
      const reading = await readFiles(files, choices, ground);
      return make(reading, choices, ground);
    },
    fileAway: (request) => fileAway(request, ground),
    takeOut: (added) => takeItemsOut(added, ground),
  };
}

async function make(reading: Reading, choices: ImportChoices, ground: ImportsGround): Promise<Result<ImportReport, ImportFailure>> {
  if (choices.as === 'agenda') return makeAgenda(reading, choices, ground);
  if (reading.records.length === 0) return failed('nothing-to-import');
  const made = await attachAll(reading.records, reading.files, ground);
  if (!made.ok) return made;
  const kind = choices.as === 'contact' ? 'contact' : 'note';
  return ok({ ...reportOf(reading), records: made.value, kind });
}

async function makeAgenda(reading: Reading, choices: ImportChoices, ground: ImportsGround): Promise<Result<ImportReport, ImportFailure>> {
  if (choices.agenda === undefined) return failed('nothing-to-import');
  const { into, without } = choices.agenda;
  const items = reading.agenda.filter((_, at) => !without.includes(at));
  const carried = await carryAgenda(items, into, choices, ground);
  if (!carried.ok) return carried;
  const { meeting, added } = carried.value;
  return ok({ ...reportOf(reading), records: [meeting], kind: 'meeting', items: items.length, added });
}

function reportOf({ problems }: Pick<Reading, 'problems'>): Omit<ImportReport, 'records' | 'kind'> {
  return { items: 0, added: null, leftOut: leftOutOf(problems), problems: problems.slice(0, shownProblems) };
}

async function fileAway({ title, files, level, jwg, case: inCase }: FileAway, ground: ImportsGround): Promise<Result<ImportReport, ImportFailure>> {
  if (files.length === 0) return failed('nothing-to-import');
  if (files.length > mostAttachments) return failed('too-large');
  const note: NewRecord = { kind: 'note', value: { title, type: 'document', jwg, case: inCase }, level };
  const made = await attachAll([note], new Map([[0, files]]), ground);
  return made.ok ? ok({ ...reportOf({ problems: [] }), records: made.value, kind: 'note' }) : made;
}

function previewOf(reading: Reading): ImportPreview {
  const { items, problems, columns, encoding, agenda, agendaTitle } = reading;
  return {
    total: items.length,
    items: items.slice(0, shownItems),
    problems: problems.slice(0, shownProblems),
    problemCount: problems.length,
    leftOut: leftOutOf(problems),
    columns,
    encoding,
    agenda,
    agendaTitle,
  };
}

function leftOutOf(problems: readonly ImportProblem[]): number {
  return problems.filter((one) => one.left).length;
}

async function readFiles(files: readonly ImportFile[], choices: ImportChoices, ground: ImportsGround): Promise<Reading> {
  const [usable, problems] = sortFiles(files);
  const reading = choices.as === 'contact' ? contactsOf(usable, choices, ground) : await documentsOf(usable, choices);
  return { ...reading, problems: [...problems, ...reading.problems] };
}

function sortFiles(files: readonly ImportFile[]): readonly [readonly ImportFile[], readonly ImportProblem[]] {
  const problems: ImportProblem[] = [];
  const usable = files.filter((file) => {
    if (file.bytes.length === 0) problems.push(problem(file, 'file-empty', {}, true));
    if (file.bytes.length > largestImport) problems.push(problem(file, 'file-too-large', { limit: largestImport }, true));
    return file.bytes.length > 0 && file.bytes.length <= largestImport;
  });
  return [usable, problems];
}

function contactsOf(files: readonly ImportFile[], choices: ImportChoices, ground: ImportsGround): Reading {
  const known = new Set(ground.contacts().flatMap(({ value }) =>
    identitiesOf(value.name ?? '', (value.numbers ?? []).map((one) => one.number), (value.emails ?? []).map((one) => one.address), value.institution ?? ''),
  ));
  const readings = files.map((file) => readContacts(file, choices));
  const problems = readings.flatMap((reading) => reading.problems);
  const items: ImportItem[] = [];
  const records: NewRecord[] = [];
  for (const { file, line, contact, problems: own } of readings.flatMap((reading) => reading.contacts)) {
    problems.push(...own);
    if (own.some((one) => one.left)) continue;
    const identities = identitiesOf(contact.name, contact.numbers.map((one) => one.number), contact.emails.map((one) => one.address), contact.institution);
    if (identities.some((one) => known.has(one))) {
      problems.push({ file, line, code: 'already-here', facts: { name: contact.name }, left: choices.leaveOutKnown });
      if (choices.leaveOutKnown) continue;
    }
    identities.forEach((one) => known.add(one));
    const value: RecordInput<'contact'> = contactInput(contact, { jwg: choices.jwg, case: choices.case });
    records.push({ kind: 'contact', value, level: choices.level });
    items.push({ file, line, title: contact.name, facts: [contact.role, contact.institution, contact.country ?? '', contact.numbers[0]?.number ?? '', contact.emails[0]?.address ?? ''].filter((one) => one !== ''), files: 0 });
  }
  const first = readings.find((reading) => reading.columns.length > 0);
  return { items, records, files: new Map(), problems, columns: first?.columns ?? [], encoding: first?.encoding ?? null, agenda: [], agendaTitle: '' };
}

async function documentsOf(files: readonly ImportFile[], choices: ImportChoices): Promise<Reading> {
  const notes: ReadNote[] = [];
  const problems: ImportProblem[] = [];
  for (const file of files) {
    const reading = await readNote(file, choices);
    if (reading.note !== null) notes.push(reading.note);
    problems.push(...reading.problems);
  }
  if (choices.as === 'agenda') return agendaOf(notes, problems);
  const items = notes.map(({ file, title, day, from, files: own }) => ({ file, line: null, title, facts: [from, day ?? ''].filter((one) => one !== ''), files: own.length }));
  const records = notes.map((note) => noteRecord(note, choices));
  const attached = new Map(records.map((_, index) => [index, (notes[index]?.files ?? []).map(({ name, type, bytes }) => ({ name, type, content: new Blob([new Uint8Array(bytes)]) }))] as const));
  return { items, records, files: attached, problems, columns: [], encoding: null, agenda: [], agendaTitle: '' };
}

/** All items of all files, in the order of the files. */
function agendaOf(notes: readonly ReadNote[], problems: readonly ImportProblem[]): Reading {
  const read = notes.map((note) => ({ note, items: readAgenda(note.body) }));
  const empty = read.filter((one) => one.items.length === 0).map(({ note }) => ({ file: note.file, line: null, code: 'no-items' as const, facts: {}, left: true }));
  const [first] = read.filter((one) => one.items.length > 0);
  return {
    items: [], records: [], files: new Map(), problems: [...problems, ...empty], columns: [], encoding: null,
    agenda: read.flatMap((one) => one.items),
    agendaTitle: first === undefined ? '' : (firstHeading(first.note.body) ?? first.note.title),
  };
}

function noteRecord(note: ReadNote, { level, jwg, case: inCase }: ImportChoices): NewRecord {
  const { title, body, day, time } = note;
  return { kind: 'note', value: { title, body, day, time, type: 'document', jwg, case: inCase }, level };
}
