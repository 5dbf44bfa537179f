import type { DeviceId } from '../../core/ids.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Receipt } from '../../core/letters/receipt.ts';
import { heldBack } from '../office/carry-out.ts';
import { statusOfCompartment, type CompartmentStatus } from '../office/compartment-status.ts';
import { atDesk, deskOptions, type Desk } from '../office/desk.ts';
import { dueAt } from '../office/due.ts';
import { confirmationOf, type Confirmation } from '../office/erase-orders.ts';
import { activeDevices, certificateOf, dayOf } from '../office/members.ts';
import { heldBackLine, namesOf } from '../office/order-lines.ts';
import { answersTo, readReceipts } from '../office/receipts.ts';
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
      const receipts = await readReceipts(desk);
      if (!receipts.ok) return receipts;
      const orders = await openOrders(desk, receipts.value);
      if (!orders.ok) return orders;
      const erasures = erasuresOf(desk, receipts.value);
      const due = dueAt(desk);
      const lines = [...compartmentLines(desk, compartments), '', ...deviceLines(devices), ...findingLines(desk, compartments, devices), ...orders.value.map((one) => one.line), ...erasureLines(erasures), ...(due.length === 0 ? [] : ['']), ...due.map((one) => one.line)];
      return ok({ lines, data: { compartments, devices, orders: orders.value.map(({ line: _line, ...rest }) => rest), erasures, due: due.map(({ line: _line, ...rest }) => rest) } });
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
  /** Devices that have not answered. */
  readonly unconfirmed: readonly string[];
  /** Devices that answered that a legal hold stands. */
  readonly heldBack: readonly string[];
  readonly line: string;
}

async function openOrders(desk: Desk, receipts: readonly Receipt[]): Promise<Result<readonly OpenOrder[], ServerFailure>> {
  const waiting = await heldBack(desk);
  if (!waiting.ok) return waiting;
  const removals = desk.book().removals.flatMap((order): OpenOrder[] => {
    const waits = waiting.value.find((one) => one.order === order.id);
    if (waits !== undefined) return [{ order: order.id, unconfirmed: [], heldBack: [], line: `Removal ${heldBackLine(waits)}` }];
    const { silent, heldBack: holding } = answersTo(desk, order, receipts);
    if (silent.length + holding.length === 0) return [];
    const said = [
      ...(silent.length === 0 ? [] : [`not confirmed by ${countOf(silent.length, 'device')} (${namesOf(silent)})`]),
      ...(holding.length === 0 ? [] : [`held back under a legal hold by ${countOf(holding.length, 'device')} (${namesOf(holding)})`]),
    ];
    return [{ order: order.id, unconfirmed: silent.map((one) => one.device), heldBack: holding.map((one) => one.device), line: `Removal "${order.ground}": ${said.join(', ')}.` }];
  });
  const erasures = desk.book().eraseOrders.flatMap((order): OpenOrder[] =>
    confirmationOf(order, receipts) !== null ? [] : [{ order: order.id, unconfirmed: [order.device], heldBack: [], line: `Erase order: not confirmed by ${nameOfDevice(desk, order.device)}.` }],
  );
  return ok([...removals, ...erasures]);
}

interface ErasedDevice {
  readonly order: string;
  readonly device: DeviceId;
  readonly name: string;
  readonly ordered: string;
  readonly everything: boolean;
  /** `null`: the device is silent. */
  readonly confirmed: Confirmation | null;
}

/** Every erase order that was given, and what its device said. */
function erasuresOf(desk: Desk, receipts: readonly Receipt[]): readonly ErasedDevice[] {
  return desk.book().eraseOrders.map((order) => ({
    order: order.id,
    device: order.device,
    name: nameOfDevice(desk, order.device),
    ordered: dayOf(order.at),
    everything: order.compartments === null,
    confirmed: confirmationOf(order, receipts),
  }));
}

function erasureLines(erasures: readonly ErasedDevice[]): readonly string[] {
  if (erasures.length === 0) return [];
  const rows = erasures.map(({ name, everything, ordered, confirmed }) => {
    const erased = confirmed?.erased ?? null;
    return [name, everything ? 'everything' : 'compartments', ordered, confirmed === null ? 'silent' : dayOf(confirmed.at), erased === null ? '' : String(erased.records), erased === null ? '' : String(erased.undelivered)];
  });
  return ['', ...tableOf(['ordered to erase', 'what', 'ordered', 'erased', 'records', 'never delivered'], rows)];
}

function nameOfDevice(desk: Desk, device: string): string {
  const certificates = desk.book().members.map((one) => certificateOf(one, desk.book()));
  return certificates.find((one) => one.devices.some((each) => each.id === device))?.person.name ?? 'an unknown device';
}

function groupOf(desk: Desk, jwg: string): string {
  return desk.profile.jwgs.find((one) => one.id === jwg)?.shortName ?? jwg;
}
