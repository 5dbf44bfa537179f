import { ok } from '../../core/result.ts';
import { atDesk, deskOptions, type Desk } from '../office/desk.ts';
import { activeDevices, certificateOf, dayOf, fingerprintOf } from '../office/members.ts';
import type { OfficeMember } from '../office/office-book.ts';
import { tableOf } from '../table.ts';
import type { Verb } from '../verb.ts';

/** Who belongs to the programme, with which devices, groups, briefing and clearance, and until when. */
export const memberList: Verb = {
  name: 'member list',
  says: 'shows the members: groups, devices, briefing and clearance with their end, and who is suspended or removed',
  options: { ...deskOptions },
  run: (surroundings) =>
    atDesk(surroundings, (desk) => {
      const members = desk.book().members.map((one) => described(one, desk));
      const rows = members.map((one) => [
        one.name,
        one.institution,
        one.groups.join(', ') || '–',
        String(one.devices),
        one.briefedUntil === null ? '–' : `until ${one.briefedUntil}`,
        one.clearance === null ? '–' : `${one.clearance.upTo} until ${one.clearance.until}`,
        one.state,
      ]);
      const lines = tableOf(['name', 'institution', 'groups', 'devices', 'briefed', 'cleared', 'state'], rows);
      return Promise.resolve(ok({ lines: members.length === 0 ? ['There are no members yet.'] : lines, data: { members } }));
    }),
};

function described(member: OfficeMember, desk: Desk) {
  const certificate = certificateOf(member, desk.book());
  const { person, briefing, clearance } = certificate;
  const current = certificate.jwgs.filter((one) => one.until === null).map((one) => one.jwg);
  const devices = activeDevices(certificate);
  const today = dayOf(desk.now);
  const lapsed = [briefing, clearance].some((one) => one !== null && one.until < today);
  const present = lapsed ? 'lapsed' : 'member';
  return {
    person: person.id,
    name: person.name,
    country: person.country,
    institution: person.institution,
    fingerprint: fingerprintOf(certificate),
    groups: current.map((id) => groupName(desk, id)),
    localTeam: current.some((id) => desk.profile.jwgs.find((one) => one.id === id)?.localTeamOf !== undefined),
    devices: devices.length,
    deviceIds: devices.map((one) => one.id),
    briefedUntil: briefing?.until ?? null,
    clearance,
    state: devices.length === 0 ? 'removed' : member.suspended ? 'suspended' : present,
  };
}

function groupName(desk: Desk, id: string): string {
  return desk.profile.jwgs.find((one) => one.id === id)?.shortName ?? id;
}
