import type { RecordId } from '../../../core/ids.ts';
import type { RecordKind, RecordValue } from '../../../core/records/kinds.ts';
import type { RecordRow } from '../api.ts';
import type { Entry } from './catalogue.ts';
import type { Ledger } from './ledger.ts';
import { valuesOf } from './values-of.ts';

export interface AuthoritiesParts {
  readonly ledger: Ledger;
  readonly rowOf: (entry: Entry) => RecordRow<'authority'>;
}

/** Authorities that a case has to do with: those that say so themselves, that lead its proceedings, or that its requests go to. */
export async function authoritiesOfCase({ ledger, rowOf }: AuthoritiesParts, inCase: RecordId): Promise<readonly RecordRow<'authority'>[]> {
  await ledger.ready();
  const { catalogue } = ledger;
  const naming = (['proceedings', 'request'] as const).flatMap((kind) => catalogue.list(kind, { case: inCase }));
  const named = (await valuesOf(ledger, naming)).flatMap(([, value]) => authorityIn(value) ?? []);
  const own = catalogue.list('authority', { case: inCase });
  return [...new Set([...own, ...catalogue.list('authority', { only: named })])].map(rowOf);
}

function authorityIn(value: RecordValue<RecordKind>): RecordId | null {
  if ('authorityRecord' in value) return value.authorityRecord;
  return 'toAuthorityRecord' in value ? value.toAuthorityRecord : null;
}
