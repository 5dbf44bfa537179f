import type { Result } from '../../../../core/result.ts';
import type { ImportChoices, ImportFailure, ImportFile, ImportPreview, ImportReport, RecordRow } from '../../../engine/api.ts';
import type { Dropped } from '../../attachments/dropped-files.ts';
import { useEngine, useEngineQuery, useEngineQueryKept, useSurroundings } from '../../engine-client/engine-context.tsx';
import type { Engine } from '../../engine-client/start-engine.ts';
import { today } from '../../words/dates.ts';
import { localeNow } from '../../words/language.ts';
import { reportSaved } from '../../kit/saved-state.tsx';
import { refusalsOf, type Refusal } from './fitting-files.ts';
import { changeImport, importState, proposedFor, type Becomes, type ImportState } from './import-state.ts';

const bytesOf = new WeakMap<File, Promise<Uint8Array | null>>();
const numbers = new WeakMap<File, number>();
let numbered = 0;

/** Read once, however often it is looked at with other choices. `null`: it is gone, or may not be read. */
function read(file: File): Promise<Uint8Array | null> {
  const known = bytesOf.get(file);
  if (known !== undefined) return known;
  const reading = file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null);
  bytesOf.set(file, reading);
  return reading;
}

function numberOf(file: File): number {
  const known = numbers.get(file);
  if (known !== undefined) return known;
  numbered += 1;
  numbers.set(file, numbered);
  return numbered;
}

async function readAll(files: readonly Dropped[]): Promise<{ readonly files: readonly ImportFile[]; readonly unreadable: number }> {
  const all = await Promise.all(files.map(async ({ file, name }) => ({ name, bytes: await read(file) })));
  const whole = all.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }]));
  return { files: whole, unreadable: all.length - whole.length };
}

export interface ImportNow {
  readonly state: ImportState;
  readonly becomes: Becomes;
  readonly level: ImportChoices['level'] | null;
  /** Meetings whose agenda can still be added to. */
  readonly meetings: readonly RecordRow<'meeting'>[];
  /** What a new meeting would be called. */
  readonly meetingTitle: string;
  readonly refusals: readonly (Refusal | null)[];
  readonly fitting: readonly Dropped[];
  /** What would be made; `undefined` while it is looked at. Files that are kept as they are have none. */
  readonly preview: (ImportPreview & { readonly unreadable: number }) | undefined;
  readonly reading: boolean;
  readonly make: () => Promise<void>;
}

/** The import that is under way, and what would come of it. */
export function useImport(): ImportNow {
  const engine = useEngine();
  const state = importState.use();
  const surroundings = useSurroundings();
  const becomes = state.becomes ?? proposedFor(state.chosen.map(({ name }) => name));
  const refusals = refusalsOf(state.chosen.map(({ file }) => file), becomes);
  const fitting = state.chosen.filter((_, index) => refusals[index] === null);
  const meetings = useOpenMeetings();
  const target = becomes === 'agenda' ? meetings.find((row) => row.record === state.into) : undefined;
  const level = target?.level ?? state.level ?? surroundings?.markings[0]?.id ?? null;
  const choices = level === null || becomes === 'files' ? null : choicesOf(state, becomes, level);
  const key = ['records', becomes === 'contact' ? 'contact' : 'note', 'import', fitting.map(({ file }) => numberOf(file)).join(), JSON.stringify(choices)] as const;
  const asked = useEngineQueryKept(key, (asking) => previewOf(asking, fitting, choices), { enabled: choices !== null && fitting.length > 0 && state.phase === 'choosing' });
  const preview = choices === null || fitting.length === 0 ? undefined : (asked.data ?? undefined);
  const meetingTitle = (state.meetingTitle ?? preview?.agendaTitle ?? '').trim();
  const make = async () => {
    if (level === null || importState.get().phase !== 'choosing') return;
    changeImport({ phase: 'making', failure: null });
    const answer = await carryOut(engine, state, { fitting, choices: withAgenda(choices, state, meetingTitle), level }).catch(() => ({ ok: false as const, failure: { code: 'broken' } }));
    // Locked meanwhile, or the page is another: nobody asks any more.
    if (importState.get().phase !== 'making') return;
    if (!answer.ok) return changeImport({ phase: 'choosing', failure: answer.failure.code === 'not-valid' ? { code: 'import-not-valid' } : answer.failure });
    reportSaved(Date.now());
    changeImport({ phase: 'made', report: answer.value, chosen: [], without: [], meetingTitle: null });
  };
  return { state, becomes, level, meetings, meetingTitle, refusals, fitting, preview, reading: choices !== null && fitting.length > 0 && (asked.isPending || asked.isPlaceholderData), make };
}

/** The latest that can still be written: an agenda is for one of these. */
const mostMeetings = 300;

function useOpenMeetings(): readonly RecordRow<'meeting'>[] {
  const answer = useEngineQuery(['records', 'meeting', 'open minutes'], (asking) =>
    asking.lists.query({ kind: 'meeting', filter: {}, words: [], only: { standing: ['open'] }, sort: { by: 'day', descending: true }, group: null, facets: [], locale: localeNow(), today: today() }, { from: 0, count: mostMeetings }),
  ).data;
  return (answer?.rows ?? []) as readonly RecordRow<'meeting'>[];
}

/** Which meeting it is for is of no concern to what is read. */
function withAgenda(choices: ImportChoices | null, { into, without }: ImportState, title: string): ImportChoices | null {
  return choices?.as === 'agenda' ? { ...choices, agenda: { into: into === null ? { title } : { meeting: into }, without } } : choices;
}

function choicesOf(state: ImportState, as: ImportChoices['as'], level: ImportChoices['level']): ImportChoices {
  const { jwg, case: inCase, columns, encoding, leaveOutKnown } = state;
  return { as, level, jwg, case: inCase, columns, leaveOutKnown, ...(encoding === null ? {} : { encoding }) };
}

async function previewOf(engine: Engine, fitting: readonly Dropped[], choices: ImportChoices | null): Promise<(ImportPreview & { readonly unreadable: number }) | null> {
  if (choices === null) return null;
  const { files, unreadable } = await readAll(fitting);
  return { ...(await engine.imports.preview(files, choices)), unreadable };
}

interface ToMake {
  readonly fitting: readonly Dropped[];
  readonly choices: ImportChoices | null;
  readonly level: ImportChoices['level'];
}

async function carryOut(engine: Engine, state: ImportState, { fitting, choices, level }: ToMake): Promise<Result<ImportReport, ImportFailure>> {
  if (choices !== null) return engine.imports.carryOut((await readAll(fitting)).files, choices);
  const files = fitting.map(({ file, name }) => ({ name, type: file.type, content: file }));
  return engine.imports.fileAway({ title: state.title.trim(), files, level, jwg: state.jwg, case: state.case });
}
