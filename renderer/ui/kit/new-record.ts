import { useCallback } from 'react';
import { useLocation } from 'wouter';
import type { DraftId, JwgId, MarkingId, RecordId } from '../../../core/ids.ts';
import { dayAfter } from '../../../core/cooperation/request-steps.ts';
import type { Marking } from '../../../core/markings/marking.ts';
import { isAbove, markingOf } from '../../../core/markings/scheme.ts';
import { natureOf } from '../../../core/records/field-nature.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { Surroundings } from '../../engine/api.ts';
import { useEngine, useSurroundings } from '../engine-client/engine-context.tsx';
import { ok, type Failure, type Result } from '../../../core/result.ts';
import { today } from '../words/dates.ts';
import { languageNow } from '../words/language.ts';
import { pathOfDraft } from './paths.ts';
import { whereNow } from './where.ts';

/** Days until somebody must decide whether a protected witness's record is still needed, where nothing else is said. */
const daysToReview = 180;

const has = (kind: RecordKind, field: string) => natureOf(kind, field) !== null;

export interface NewRecordOptions {
  readonly case?: RecordId | null;
  readonly jwg?: JwgId | null;
  readonly level?: MarkingId;
  /** Further first values of the form. */
  readonly value?: Readonly<Record<string, unknown>>;
}

/** The highest level of the programme's own that this laptop may hold: what could endanger a person begins there. */
function highestOfProgramme(surroundings: Surroundings | undefined): MarkingId | undefined {
  return surroundings?.markings.filter((one) => one.scheme === 'programme' && !isAbove(one, surroundings.ceiling)).reduce<Marking | undefined>((top, one) => (top === undefined || isAbove(one, top) ? one : top), undefined)?.id;
}

/** Begins a record of that kind and opens its page. Returns the failure when its draft could not be kept. */
export function useNewRecord(): (kind: RecordKind, options?: NewRecordOptions) => Promise<Failure | null> {
  const newDraft = useNewDraft();
  const [, go] = useLocation();
  return useCallback(
    async (kind, options) => {
      const draft = await newDraft(kind, options);
      if (!draft.ok) return draft.failure;
      go(pathOfDraft(kind, draft.value));
      return null;
    },
    [newDraft, go],
  );
}

/**
 * A draft of a new record, for a form within another page: it proposes case, group, level and day from
 * where one is, and is kept before its form opens.
 */
export function useNewDraft(): (kind: RecordKind, options?: NewRecordOptions) => Promise<Result<DraftId>> {
  const engine = useEngine();
  const surroundings = useSurroundings();
  return useCallback(
    async (kind, options = {}) => {
      const here = whereNow();
      const draft: DraftId = await engine.drafts.newId();
      const proposed = options.level ?? (kind === 'protection' ? highestOfProgramme(surroundings) : here.level) ?? surroundings?.markings[0]?.id ?? ('UNCLASSIFIED' as MarkingId);
      const level = surroundings !== undefined && isAbove(markingOf(surroundings, proposed), surroundings.ceiling) ? surroundings.ceiling.id : proposed;
      const value = {
        ...(kind === 'case' ? { opened: today() } : {}),
        ...(has(kind, 'case') ? { case: options.case ?? here.case } : {}),
        // Who may know of a protected witness is chosen, never taken from where one happens to be.
        ...(has(kind, 'jwg') ? { jwg: options.jwg ?? (kind === 'protection' ? null : here.jwg) } : {}),
        // One writes in the language that one reads, until one says otherwise.
        ...(has(kind, 'language') ? { language: languageNow() } : {}),
        ...(kind === 'protection' ? { reviewBy: dayAfter(today(), daysToReview) } : {}),
        ...(kind === 'note' || kind === 'meeting' || kind === 'activity' ? { day: today() } : {}),
        ...options.value,
      };
      const kept = await engine.drafts.keep({ draft, kind, record: null, heads: [], level, value });
      return kept.ok ? ok(draft) : kept;
    },
    [engine, surroundings],
  );
}
