import { z } from 'zod';
import type { DeviceId } from '../../../core/ids.ts';
import { deviceId } from '../../../core/organisation/certificate.ts';
import { fingerprint } from '../../../core/organisation/fingerprint.ts';
import { keyBytes } from '../../../core/organisation/key-text.ts';
import type { Result } from '../../../core/result.ts';
import type { NamedState, StoreFailure } from '../pouch-seam/pouch-ground.ts';
import type { Session } from '../session.ts';
import type { DeviceRow } from './devices-api.ts';

const stateName = 'devices/known';
const schema = z.strictObject({ devices: z.array(deviceId) });

/** The devices that a notebook knows from its beginning: its own, and the one it was paired with. */
export function knownDevicesState(devices: readonly DeviceId[]): NamedState {
  return { name: stateName, value: { devices } };
}

/**
 * The person's own devices after the organisation's directory. One that came since they last looked
 * is new: nobody adds a laptop in their name without their being told.
 */
export async function listDevices(session: Session): Promise<readonly DeviceRow[]> {
  const { device: own, person } = session.identity;
  const known = new Set([own, ...(await knownDevices(session))]);
  const certified = session.pouch.directory.certificates().find((one) => one.person.id === person)?.devices ?? [];
  const rows = certified.map(({ id, from, until }) => rowOf(id, { current: id === own, from, until, isNew: !known.has(id) }));
  return rows.some((row) => row.current) ? rows : [rowOf(own, { current: true, from: null, until: null, isNew: false }), ...rows];
}

export async function acknowledgeDevices(session: Session, devices: readonly DeviceId[]): Promise<Result<null, StoreFailure>> {
  const known = new Set([...(await knownDevices(session)), ...devices]);
  return session.states.write([knownDevicesState([...known])]);
}

async function knownDevices(session: Session): Promise<readonly DeviceId[]> {
  const read = await session.states.read(stateName, schema);
  return read.ok ? (read.value?.devices ?? []) : [];
}

function rowOf(device: DeviceId, more: Omit<DeviceRow, 'device' | 'fingerprint'>): DeviceRow {
  return { device, fingerprint: fingerprint(keyBytes(device)), ...more };
}
