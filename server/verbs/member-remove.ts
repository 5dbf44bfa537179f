import type { CompartmentId, DeviceId, JwgId } from '../../core/ids.ts';
import type { Certificate } from '../../core/organisation/certificate.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { atDesk, deskOptions, type Desk } from '../office/desk.ts';
import { orderErasure } from '../office/erase-orders.ts';
import { activeDevices, certificateOf, findMember, withCertificate, withMember } from '../office/members.ts';
import { bringUpToDate } from '../office/membership.ts';
import type { OfficeMember } from '../office/office-book.ts';
import { finishTurns, withTurns } from '../office/turn-keys.ts';
import type { ServerFailure } from '../sentences.ts';
import { countOf } from '../table.ts';
import { dryRunOption, textOf, type OptionValues, type Verb } from '../verb.ts';
import { personOption } from './member-brief.ts';

/** Ends a membership, a group of it, or one device: keys turn first, then roles end. Run again it continues what was interrupted. */
export const memberRemove: Verb = {
  name: 'member remove',
  says: 'ends a membership: turns the keys of every compartment, then takes the access; --jwg and --device end only a part',
  options: {
    ...deskOptions,
    ...dryRunOption,
    ...personOption,
    jwg: { type: 'string', says: 'only this group' },
    device: { type: 'string', says: 'only this device (a lost laptop); "member list --json" shows them' },
    erase: { type: 'boolean', says: 'also orders the devices to erase what they hold' },
  },
  run: (surroundings) =>
    atDesk(surroundings, async (desk) => {
      const member = findMember(desk.book(), textOf(surroundings.values, 'person'));
      if (!member.ok) return member;
      const part = partOf(desk, member.value, surroundings.values);
      if (!part.ok) return part;
      const begun = begin(desk, member.value, part.value);
      if (!begun.ok) return begun;
      const turned = await finishTurns(desk);
      if (!turned.ok) return turned;
      const done = await bringUpToDate(desk, member.value.person);
      if (!done.ok) return done;
      const orders = surroundings.values['erase'] === true ? await orderAll(desk, part.value) : ok([]);
      if (!orders.ok) return orders;
      const { name } = certificateOf(member.value, desk.book()).person;
      return ok({
        lines: [
          `${name}, cut off from ${countOf(part.value.compartments.length, 'compartment')}: ${countOf(part.value.devices.length, 'device')}. ${turned.value === 0 ? 'No key had to turn' : `Turned: ${countOf(turned.value, 'key')}`}.`,
          ...(orders.value.length === 0 ? [] : [`Waiting on the server: ${countOf(orders.value.length, 'erase order')}. "status" shows when they were confirmed.`]),
          'Requests that are open now end within two minutes, or at once when the gateway is restarted.',
        ],
        data: { person: member.value.person, name, turned: turned.value, devices: part.value.devices.map((one) => one.id), orders: orders.value, ...done.value },
      });
    }),
};

/** What ends: these devices, in these compartments, because the certificate changes so. */
interface Part {
  readonly devices: Certificate['devices'];
  readonly compartments: readonly CompartmentId[];
  change(certificate: Certificate): Certificate;
}

function partOf(desk: Desk, member: OfficeMember, values: OptionValues): Result<Part, 'group-unknown' | 'device-unknown'> {
  const certificate = certificateOf(member, desk.book());
  const [jwg, device] = [textOf(values, 'jwg') as JwgId, textOf(values, 'device') as DeviceId];
  if (jwg !== '' && !certificate.jwgs.some((one) => one.jwg === jwg)) return failed('group-unknown', { jwg });
  if (device !== '' && !certificate.devices.some((one) => one.id === device)) return failed('device-unknown');
  const groups = new Set(jwg === '' ? certificate.jwgs.map((one) => one.jwg) : [jwg]);
  const devices = device === '' ? certificate.devices : certificate.devices.filter((one) => one.id === device);
  const compartments = desk.book().compartments.filter((one) => groups.has(one.jwg)).map((one) => one.id);
  const end = <Lasting extends { until: number | null }>(one: Lasting, ends: boolean): Lasting => (ends && one.until === null ? { ...one, until: desk.now } : one);
  return ok({
    devices,
    compartments,
    change(before) {
      if (jwg !== '') return { ...before, jwgs: before.jwgs.map((one) => end(one, one.jwg === jwg)) };
      const ended = before.devices.map((one) => end(one, devices.some((each) => each.id === one.id)));
      const isGone = ended.every((one) => one.until !== null);
      return { ...before, devices: ended, jwgs: before.jwgs.map((one) => end(one, isGone)) };
    },
  });
}

/** Notes in one step that the membership ends and which keys turn for it. Nothing when it has ended already. */
function begin(desk: Desk, member: OfficeMember, part: Part): Result<null, ServerFailure> {
  const book = desk.book();
  const before = certificateOf(member, book);
  if (JSON.stringify(part.change(before)) === JSON.stringify(before)) return ok(null);
  const ended = withMember(book, withCertificate(member, part.change, book));
  const active = activeDevices(before).filter((one) => part.devices.some((each) => each.id === one.id));
  return desk.keep(withTurns(ended, new Set(part.compartments), active.map((one) => one.id)));
}

async function orderAll(desk: Desk, part: Part): Promise<Result<readonly { readonly device: DeviceId; readonly order: string }[], ServerFailure>> {
  const given: { device: DeviceId; order: string }[] = [];
  for (const device of part.devices) {
    const order = await orderErasure(desk, device, part.compartments);
    if (!order.ok) return order;
    given.push({ device: device.id, order: order.value.id });
  }
  return ok(given);
}
