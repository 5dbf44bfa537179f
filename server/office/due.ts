import { firstEndOf } from '../gateway/server-certificate.ts';
import type { Desk } from './desk.ts';
import { activeDevices, certificateOf, dayOf } from './members.ts';

/** Something that ends, or is missing, and what the secretariat does about it. */
export interface Due {
  readonly what: 'profile' | 'accreditation' | 'tls-certificate' | 'briefing' | 'clearance' | 'data-protection' | 'recovery';
  readonly of: string;
  /** Last day; `null`: missing from the beginning. */
  readonly until: string | null;
  readonly line: string;
}

const day = 24 * 60 * 60 * 1000;
/** Days ahead: a clearance and an accreditation take weeks to renew. */
const ahead = 60;

/** What has ended or ends soon, the earliest first: nobody should learn it from a laptop that delivers nothing. */
export function dueAt(desk: Desk): readonly Due[] {
  const horizon = dayOf(desk.now + ahead * day);
  const ending = [...ofProfile(desk), ...ofMembers(desk)].filter((one) => one.until !== null && one.until <= horizon);
  return [...missing(desk), ...ending.toSorted((one, other) => ((one.until ?? '') < (other.until ?? '') ? -1 : 1))];
}

function ends(desk: Desk, until: string): string {
  return `${until < dayOf(desk.now) ? 'ended on' : 'ends on'} ${until}`;
}

function ofProfile(desk: Desk): readonly Due[] {
  const until = dayOf(desk.profile.validUntil);
  return [
    { what: 'profile', of: '', until, line: `The profile ${ends(desk, until)}. Renew it with "profile renew", then run "setup".` },
    ...desk.profile.accreditations.map((one): Due => ({ what: 'accreditation', of: one.reference, until: one.until, line: `Accreditation ${one.reference} (${one.marking}) ${ends(desk, one.until)}.` })),
    ...desk.profile.networks.map((one): Due => {
      const last = dayOf(firstEndOf(one.server.certificate));
      return { what: 'tls-certificate', of: one.id, until: last, line: `The certificate of the server in network ${one.name} ${ends(desk, last)}. Replace it in two steps (docs/server.md).` };
    }),
  ];
}

function ofMembers(desk: Desk): readonly Due[] {
  return desk.book().members.flatMap((member) => {
    const certificate = certificateOf(member, desk.book());
    if (activeDevices(certificate).length === 0) return [];
    const { person, briefing, clearance } = certificate;
    return [
      ...(briefing === null ? [] : [{ what: 'briefing' as const, of: person.name, until: briefing.until, line: `The briefing of ${person.name} ${ends(desk, briefing.until)}.` }]),
      ...(clearance === null ? [] : [{ what: 'clearance' as const, of: person.name, until: clearance.until, line: `The clearance of ${person.name} (${clearance.upTo}) ${ends(desk, clearance.until)}.` }]),
    ];
  });
}

function missing(desk: Desk): readonly Due[] {
  const unprotected = desk.profile.jwgs.filter((one) => one.dataProtection === null);
  return [
    ...(desk.book().recovery === null ? [{ what: 'recovery' as const, of: '', until: null, line: 'There is no recovery key. Make one with "recovery create", then run "setup".' }] : []),
    ...unprotected.map((one) => ({ what: 'data-protection' as const, of: one.id, until: null, line: `${one.shortName} names no data protection: no records about persons are delivered. Name it with "jwg set".` })),
  ];
}
