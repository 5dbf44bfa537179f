import type { ContactIdentity } from '../../../../core/contacts/same-contact.ts';
import type { RecordRow } from '../../../engine/api.ts';

/** What tells a contact in a list from others. */
export function identityOf({ title, value }: RecordRow<'contact'>): ContactIdentity {
  return { name: value.name ?? title, institution: value.institution ?? '', numbers: value.numbers ?? [], emails: value.emails ?? [] };
}
