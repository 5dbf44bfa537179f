import type { JwgId, PersonId } from '../../../core/ids.ts';
import type { Marking, MarkingScheme } from '../../../core/markings/marking.ts';
import { highest, markingOf } from '../../../core/markings/scheme.ts';
import type { Certificate } from '../../../core/organisation/certificate.ts';
import type { JointWorkingGroup } from '../../../core/organisation/profile.ts';
import type { ReleaseItem } from '../../../core/release/release-request.ts';
import type { Session } from '../session.ts';

/** What of an open session release works with. */
export type ReleaseSession = Pick<Session, 'identity' | 'states' | 'now' | 'organisation' | 'pouch' | 'books'>;

export function groupOf({ organisation }: ReleaseSession, jwg: JwgId): JointWorkingGroup | null {
  return organisation.profile()?.jwgs.find((one) => one.id === jwg) ?? null;
}

export function certificateOf({ pouch }: ReleaseSession, person: PersonId): Certificate | null {
  return pouch.directory.certificates().find((one) => one.person.id === person) ?? null;
}

export function nameOf(session: ReleaseSession, person: PersonId): string {
  return certificateOf(session, person)?.person.name ?? '';
}

/** The highest marking among the items, of which there is at least one. */
export function levelOfItems(items: readonly Pick<ReleaseItem, 'level'>[], scheme: MarkingScheme): Marking {
  const [first, ...others] = items.map((one) => markingOf(scheme, one.level));
  if (first === undefined) throw new Error('a request names at least one record');
  return highest(first, ...others);
}
