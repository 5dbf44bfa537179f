import type { RecordKind, RecordValue } from './kinds.ts';

/**
 * Whether a record is about persons (Directive (EU) 2016/680 Art. 3(1)): when its author said so,
 * and by its nature: a person as subject, what is said of how subjects stand to one another, and a
 * referral to witness protection. Contacts are the people one works with, not whom one works on.
 */
export function isAboutPersons(kind: RecordKind, value: RecordValue<RecordKind>): boolean {
  if (value.safeguards.aboutPersons || kind === 'relation' || kind === 'protection') return true;
  return kind === 'subject' && 'schema' in value && value.schema === 'Person';
}
