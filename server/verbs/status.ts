import type { DeviceId } from '../../core/ids.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { statusOfCompartment, type CompartmentStatus } from '../office/compartment-status.ts';
import { atDesk, deskOptions, type Desk } from '../office/desk.ts';
import { dueAt } from '../office/due.ts';
import { activeDevices, certificateOf, dayOf } from '../office/members.ts';
import { readReceipts, silentAbout } from '../office/receipts.ts';
import type { ServerFailure } from '../sentences.ts';
import { countOf, sizeOf, tableOf } from '../table.ts';
import { textOf, type Verb } from '../verb.ts';

const day = 24 * 60 * 60 * 1000;
const usualSilence = 30;

/** What is on the server, who delivered it and when, what is missing, and who has not been heard of. */
export const status: Verb = {
  name: 'status',
  says: 'shows parcels and letters per compartment, who delivered what and when, gaps, silent devices, open orders, what ends soon',
  options: { ...deskOptions, 'silent-after': { type: 'string', says: `days without a letter after which a device counts as silent (${usualSilence})` } },
  run: (surroundings) =>
    atDesk(surroundings, async (desk) => {
      const days = Number(textOf(surroundings.values, 'silent-after') || usualSilence);
      if (!Number.isInteger(days) || days < 1) return failed('number-wrong', { option: 'silent-after' });
      const compartments: CompartmentStatus[] = [];
      for (const one of desk.book().compartments) {
        const read = await statusOfCompartment(desk, one);
        if (!read.ok) return read;
        compartments.push(read.value);
      }
      const devices = devicesOf(desk, compartments, days);
      const orders = await openOrders(desk);
      if (!orders.ok) return orders;
      const due = dueAt(desk);
      const lines = [...compartmentLines(desk, compartments), '', ...deviceLines(devices), ...findingLines(desk, compartments, devices), ...orders.value.map((one) => one.line), ...(due.length === 0 ? [] : ['']), ...due.map((one) => one.line)];
      return ok({ lines, data: { compartments, devices, orders: orders.value.map(({ line: _line, ...rest }) => rest), due: due.map(({ line: _line, ...rest }) => rest) } });
    }),
};

interface DeviceStatus {
  readonly device: DeviceId;
  readonly name: string;
  readonly letters: number;
  /** Day of the newest change that it delivered, by its own clock; `null`: it never delivered. */
  readonly newest: string | null;
  readonly removed: boolean;
  readonly silent: boolean;
}

function devicesOf(desk: Desk, compartments: readonly CompartmentStatus[], days: number): readonly DeviceStatus[] {
  return desk.book().members.flatMap((member) => {
    const certificate = certificateOf(member, desk.book());
    const active = new Set(activeDevices(certificate).map((one) => one.id));
    return certificate.devices.map(({ id, from }) => {
      const own = compartments.flatMap((one) => one.delivered).filter((one) => one.device === id);
      const newest = Math.max(0, ...own.map((one) => one.newest));
      return {
        device: id,
        name: certificate.person.name,
        letters: own.reduce((sum, one) => sum + one.letters, 0),
        newest: newest === 0 ? null : dayOf(newest),
        removed: !active.has(id),
        silent: active.has(id) && desk.now - Math.max(newest, from) > days * day,
      };
    });
  });
}

function compartmentLines(desk: Desk, compartments: readonly CompartmentStatus[]): readonly string[] {
  const rows = compartments.map((one) => [
    groupOf(desk, one.jwg),
    one.marking,
    String(one.epoch),
    String(one.parcels),
    String(one.stubs),
    String(one.letters),
    sizeOf(one.bytes),
  ]);
  return tableOf(['group', 'marking', 'key', 'parcels', 'removed', 'letters', 'size'], rows);
}

function deviceLines(devices: readonly DeviceStatus[]): readonly string[] {
  const stateOf = (one: DeviceStatus) => (one.removed ? 'removed' : one.silent ? 'silent' : '');
  return tableOf(['device of', 'letters', 'newest', ''], devices.map((one) => [one.name, String(one.letters), one.newest ?? '–', stateOf(one)]));
}

/** What a person must look at; nothing when all is well. */
function findingLines(desk: Desk, compartments: readonly CompartmentStatus[], devices: readonly DeviceStatus[]): readonly string[] {
  const nameOf = (device: DeviceId) => devices.find((one) => one.device === device)?.name ?? 'an unknown device';
  const found = compartments.flatMap((one) => {
    const where = `${groupOf(desk, one.jwg)} ${one.marking}`;
    return [
      ...one.gaps.map((gap) => `${where}: letters ${gap.from} to ${gap.to} of ${nameOf(gap.device)} are missing.`),
      ...one.forks.map((fork) => `${where}: two letters number ${fork.number} of ${nameOf(fork.device)}: two copies of that laptop are at work.`),
      ...one.withheld.map((late) => `${where}: letter ${late.number} of ${nameOf(late.device)} was seen by others and is not here.`),
      ...(one.unreadable === 0 ? [] : [`${where}: ${countOf(one.unreadable, 'parcel')} cannot be opened.`]),
      ...(one.refusedLetters === 0 ? [] : [`${where}: ${countOf(one.refusedLetters, 'letter')} failed the check; laptops refuse them too.`]),
      ...(one.beyondCutOff === 0 ? [] : [`${where}: in quarantine, ${countOf(one.beyondCutOff, 'letter')} that came after the device was removed.`]),
    ];
  });
  return found.length === 0 ? [] : ['', ...found];
}

interface OpenOrder {
  readonly order: string;
  readonly unconfirmed: readonly string[];
  readonly line: string;
}

async function openOrders(desk: Desk): Promise<Result<readonly OpenOrder[], ServerFailure>> {
  const receipts = await readReceipts(desk);
  if (!receipts.ok) return receipts;
  const removals = desk.book().removals.map((order) => {
    const silent = silentAbout(desk, order, receipts.value);
    return { order: order.id, unconfirmed: silent.map((one) => one.device), line: `Removal "${order.ground}": not confirmed by ${countOf(silent.length, 'device')} (${silent.map((one) => one.name).join(', ')}).` };
  });
  const erasures = desk.book().eraseOrders.map(({ id, device }) => {
    const confirmed = receipts.value.some((one) => one.order === id && one.device === device);
    return { order: id, unconfirmed: confirmed ? [] : [device], line: `Erase order of a removed device: not confirmed by ${nameOfDevice(desk, device)}.` };
  });
  return ok([...removals, ...erasures].filter((one) => one.unconfirmed.length > 0));
}

function nameOfDevice(desk: Desk, device: string): string {
  const certificates = desk.book().members.map((one) => certificateOf(one, desk.book()));
  return certificates.find((one) => one.devices.some((each) => each.id === device))?.person.name ?? 'an unknown device';
}

function groupOf(desk: Desk, jwg: string): string {
  return desk.profile.jwgs.find((one) => one.id === jwg)?.shortName ?? jwg;
}
