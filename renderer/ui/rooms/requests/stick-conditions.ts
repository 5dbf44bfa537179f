import type { RecordId } from '../../../../core/ids.ts';
import { recordKinds, type RecordInput, type RecordKind, type RecordValue } from '../../../../core/records/kinds.ts';
import type { Handling, Safeguards } from '../../../../core/records/parts.ts';
import type { Failure } from '../../../../core/result.ts';
import type { RecordView } from '../../../engine/api.ts';
import type { Engine } from '../../engine-client/start-engine.ts';

/**
 * Writes the conditions that came with the answers of a request onto every record that was received
 * under it, as an H3 restriction with its provider: whoever passes it on or exports it is asked.
 */
export async function stickConditions(engine: Engine, request: RecordValue<'request'>, under: string): Promise<{ readonly written: number; readonly failure: Failure | null }> {
  const restriction = [under, ...request.answers.map((one) => one.conditions.trim()).filter((one) => one !== '')].join('\n');
  let written = 0;
  for (const record of request.received) {
    const view = await openAny(engine, record);
    if (view === null || says(view.value.safeguards, restriction)) continue;
    const safeguards = withRestriction(view.value.safeguards, restriction, request.toAuthority);
    const value = { ...view.value, safeguards } as RecordInput<RecordKind>;
    const change = { kind: view.kind, record, value, level: view.level, heads: view.heads };
    const answer = view.standing === 'open' ? await engine.notebook.save(change) : await engine.notebook.amend(change);
    if (!answer.ok) return { written, failure: answer.failure };
    written += 1;
  }
  return { written, failure: null };
}

async function openAny(engine: Engine, record: RecordId): Promise<RecordView | null> {
  for (const kind of recordKinds) {
    const opened = await engine.notebook.open(kind, record);
    if (opened.ok) return opened.value;
  }
  return null;
}

function says(safeguards: Safeguards, restriction: string): boolean {
  return safeguards.handling.some((one) => one.code === 'H3' && one.restriction?.includes(restriction) === true);
}

/** One H3 holds all restrictions: what stood in it before stays. */
function withRestriction(safeguards: Safeguards, restriction: string, provider: string): Safeguards {
  const before = safeguards.handling.find((one) => one.code === 'H3');
  const h3: Handling = {
    code: 'H3',
    provider: before?.provider || provider,
    restriction: [before?.restriction ?? '', restriction].filter((one) => one !== '').join('\n'),
  };
  return { ...safeguards, handling: [...safeguards.handling.filter((one) => one.code !== 'H3'), h3], h3ConfirmedFor: [] };
}
