import type { RecordId } from '../../../core/ids.ts';
import { kinds, recordKinds } from '../../../core/records/kinds.ts';
import type { Attachment, Safeguards } from '../../../core/records/parts.ts';
import type { CaseFiles } from '../api.ts';
import type { Entry } from './catalogue.ts';
import type { Ledger } from './ledger.ts';
import { valuesOf } from './values-of.ts';

/** Kinds whose records have files. */
const withFiles = recordKinds.filter((kind) => (kinds[kind].lists as readonly string[]).includes('attachments'));

/** The files of every record of a case that has some, but not the case's own. What is restricted or in the bin is not in it. */
export async function filesOfCase(ledger: Ledger, inCase: RecordId, shows: (entry: Entry) => boolean): Promise<readonly CaseFiles[]> {
  await ledger.ready();
  const { catalogue } = ledger;
  const entries = withFiles.filter((kind) => kind !== 'case').flatMap((kind) => catalogue.list(kind, { link: inCase })).filter(shows);
  const found = await valuesOf(ledger, entries);
  return found.flatMap(([{ record, kind, title, level }, value]) => {
    const { attachments, safeguards } = value as { readonly attachments: readonly Attachment[]; readonly safeguards: Safeguards };
    return attachments.length === 0 ? [] : [{ record, kind, title, level, safeguards, attachments }];
  });
}
