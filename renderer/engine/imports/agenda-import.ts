import type { ItemKey, RecordId } from '../../../core/ids.ts';
import { itemsBehind, withoutUnused, type PlannedItem } from '../../../core/meetings/agenda-items.ts';
import { mostAgendaItems } from '../../../core/records/meeting.ts';
import { newItemKey } from '../../../core/records/order.ts';
import type { RecordValue } from '../../../core/records/kinds.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { Draft, DraftsApi, NotebookApi, RecordView } from '../api.ts';
import type { CreateAll } from '../notebook/create-all.ts';
import type { AddedItems, AgendaTarget, ImportChoices, ImportFailure } from './imports-api.ts';

type Meeting = RecordValue<'meeting'>;

export interface AgendaGround {
  readonly createAll: CreateAll;
  readonly meetings: Pick<NotebookApi, 'open' | 'save'>;
  readonly drafts: Pick<DraftsApi, 'open' | 'keep'>;
}

/** Items as they were read: with the time of day at which the first of them begins, where it was said. */
export type ReadItem = PlannedItem & { readonly start: string | null };

export interface CarriedAgenda {
  readonly meeting: RecordId;
  readonly added: AddedItems | null;
}

const freshKey = (): ItemKey => newItemKey((bytes) => crypto.getRandomValues(bytes));

/** Puts items behind the agenda of a meeting, or makes a meeting of them: one change, or none. */
export async function carryAgenda(items: readonly ReadItem[], into: AgendaTarget, choices: ImportChoices, ground: AgendaGround): Promise<Result<CarriedAgenda, ImportFailure>> {
  if (items.length === 0) return failed('nothing-to-import');
  return 'meeting' in into ? addTo(into.meeting, items, ground) : beginWith(into.title, items, choices, ground);
}

async function beginWith(title: string, items: readonly ReadItem[], { level, jwg, case: inCase }: ImportChoices, ground: AgendaGround): Promise<Result<CarriedAgenda, ImportFailure>> {
  if (items.length > mostAgendaItems) return failed('agenda-full', { limit: mostAgendaItems });
  const agenda = [...itemsBehind([], items, freshKey)];
  const made = await ground.createAll([{ kind: 'meeting', value: { title, jwg, case: inCase, start: items[0]?.start ?? null, agenda }, level }]);
  const meeting = made.ok ? made.value[0] : undefined;
  if (!made.ok) return made;
  if (meeting === undefined) throw new Error('a meeting was made and has no name');
  return ok({ meeting, added: null });
}

async function addTo(meeting: RecordId, items: readonly ReadItem[], ground: AgendaGround): Promise<Result<CarriedAgenda, ImportFailure>> {
  const opened = await ground.meetings.open('meeting', meeting);
  if (!opened.ok) return opened;
  const view = opened.value;
  const draft = await draftOf(view, ground);
  // Behind what is typed too: the draft may have items that are not saved yet.
  const typed = draft === null ? [] : agendaOf(draft);
  const standing = [...view.value.agenda, ...typed.filter((item) => !view.value.agenda.some((one) => one.key === item.key))];
  if (standing.length + items.length > mostAgendaItems) return failed('agenda-full', { limit: mostAgendaItems });
  const added = itemsBehind(standing, items, freshKey);
  const start = standing.length === 0 ? (view.value.start ?? items[0]?.start ?? null) : view.value.start;
  const saved = await change(view, draft, ground, (value) => ({ ...value, agenda: [...value.agenda, ...added], ...(value.start === null ? { start } : {}) }));
  return saved.ok ? ok({ meeting, added: { meeting, keys: added.map((item) => item.key) } }) : saved;
}

/** Takes items out again where nothing has been noted under them. */
export async function takeItemsOut({ meeting, keys }: AddedItems, ground: AgendaGround): Promise<Result<{ readonly gone: number; readonly kept: number }, ImportFailure>> {
  const opened = await ground.meetings.open('meeting', meeting);
  if (!opened.ok) return opened;
  const view = opened.value;
  const draft = await draftOf(view, ground);
  const lines = [...view.value.lines, ...(draft === null ? [] : linesOf(draft))];
  const here = view.value.agenda.filter((item) => keys.includes(item.key));
  const left = withoutUnused({ agenda: here, lines }, keys);
  const goes = keys.filter((key) => !left.some((item) => item.key === key));
  const saved = await change(view, draft, ground, (value) => ({ ...value, agenda: value.agenda.filter((item) => !goes.includes(item.key)) }));
  return saved.ok ? ok({ gone: here.length - left.length, kept: left.length }) : saved;
}

type Edit = <Value extends Pick<Meeting, 'agenda' | 'start'>>(value: Value) => Value;

/**
 * Saves an edit, and makes the same in what is being typed on the meeting's page, so that it shows
 * there. A draft that has not seen all of the record is left alone: its own save unites both.
 */
async function change(view: RecordView<'meeting'>, draft: Draft | null, ground: AgendaGround, edit: Edit): Promise<Result<null, ImportFailure>> {
  const { record, level, heads } = view;
  const saved = await ground.meetings.save({ kind: 'meeting', record, value: edit(view.value), level, heads });
  if (!saved.ok) {
    const { code, facts } = saved.failure;
    // A meeting is never sent as a request is.
    return code === 'cannot-lower' || code === 'sent-by-another' || code === 'local-team-drafts' ? failed('not-valid') : failed(code, facts);
  }
  if (draft === null || !sameHeads(draft.heads, heads)) return ok(null);
  const value = edit({ start: null, ...draft.value, agenda: agendaOf(draft) });
  await ground.drafts.keep({ ...draft, value, heads: saved.value.heads });
  return ok(null);
}

async function draftOf(view: RecordView<'meeting'>, { drafts }: AgendaGround): Promise<Draft | null> {
  return view.draft === null ? null : drafts.open(view.draft);
}

/** A draft holds a form's values, whole or in part. */
function agendaOf({ value }: Draft): Meeting['agenda'] {
  return (value as Partial<Meeting>).agenda ?? [];
}

function linesOf({ value }: Draft): Meeting['lines'] {
  return (value as Partial<Meeting>).lines ?? [];
}

function sameHeads(ones: readonly string[], others: readonly string[]): boolean {
  return ones.length === others.length && ones.every((one) => others.includes(one));
}
