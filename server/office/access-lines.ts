import type { Certificate } from '../../core/organisation/certificate.ts';
import { compartmentsFor } from './admission.ts';
import type { Desk } from './desk.ts';
import { dayOf } from './members.ts';

/** Which compartments of a person's groups are open to them, and which are not and why: one line a group. */
export function accessLines(desk: Desk, certificate: Certificate): readonly string[] {
  const today = dayOf(desk.now);
  const open = new Set(compartmentsFor(certificate, desk.book(), desk.profile, today).map((one) => one.id));
  return certificate.jwgs
    .filter((one) => one.until === null)
    .map(({ jwg }) => {
      const name = desk.profile.jwgs.find((one) => one.id === jwg)?.shortName ?? jwg;
      const own = desk.book().compartments.filter((one) => one.jwg === jwg);
      const closed = own.filter((one) => !open.has(one.id)).map((one) => `${one.marking} (${whyClosed(desk, certificate, one.marking, today)})`);
      const opened = own.filter((one) => open.has(one.id)).map((one) => one.marking);
      return `${name}: ${opened.join(', ') || 'nothing'} open${closed.length === 0 ? '' : `; closed ${closed.join(', ')}`}.`;
    });
}

function whyClosed(desk: Desk, certificate: Certificate, marking: string, today: string): string {
  const { briefing, clearance } = certificate;
  const rankOf = (id: string | undefined) => desk.profile.markings.find((one) => one.id === id)?.rank ?? -1;
  const needed = desk.profile.markings.find((one) => one.id === marking);
  if (needed?.needsBriefing === true && (briefing === null || briefing.until < today)) return briefing === null ? 'not briefed' : `briefing ended ${briefing.until}`;
  if (clearance === null) return 'not cleared';
  return clearance.until < today ? `clearance ended ${clearance.until}` : rankOf(clearance.upTo) < rankOf(marking) ? `cleared to ${clearance.upTo} only` : 'not in use';
}
