import type { HeldBackOrder } from './carry-out.ts';
import type { DeviceOfPerson } from './receipts.ts';

/** Whose devices they are, as a person reads it. */
export function namesOf(devices: readonly DeviceOfPerson[]): string {
  return devices.map((one) => one.name).join(', ');
}

/** That an order waits, on whose hold and until when. */
export function heldBackLine({ ground, hold }: HeldBackOrder): string {
  const by = hold.by === '' ? '' : `, set by ${hold.by}`;
  const end = hold.until === null ? 'until it is lifted' : `until ${hold.until}`;
  return `"${ground}": held back. The record is on legal hold since ${hold.on}${by}, ${end} ("${hold.ground}"). Run "removal carry-out" again afterwards.`;
}
