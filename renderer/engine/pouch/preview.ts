import type { OrganisationProfile } from '../../../core/organisation/profile.ts';
import type { HeldRow, PouchRow } from '../api.ts';
import type { UnsentRecord } from '../pouch-seam/pouch-ground.ts';
import type { Sorted } from './gather.ts';

/** The two columns of the pouch: what goes, and what stays with every reason. */
export function pouchRows(
  sorted: Sorted,
  profile: OrganisationProfile | null,
): { readonly goes: readonly PouchRow[]; readonly stays: readonly HeldRow[] } {
  const row = ({ record, kind, title, level, jwg, changes }: UnsentRecord): PouchRow => ({
    record,
    kind,
    title,
    level,
    jwg: profile?.jwgs.find((one) => one.id === jwg)?.shortName ?? null,
    changes: changes.length,
  });
  return {
    goes: sorted.goes.map((one) => row(one.unsent)),
    stays: sorted.stays.map((one) => ({ ...row(one.unsent), group: one.unsent.jwg, recipients: one.place?.facts.members ?? [], reasons: one.reasons })),
  };
}
