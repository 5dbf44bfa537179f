import { writeFileSync } from 'node:fs';
import { jsonToBytes } from '../../core/crypto/canonical.ts';
import type { CompartmentId, DeviceId } from '../../core/ids.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { findCompartments } from '../office/compartments.ts';
import { atDesk, deskOptions, type Desk } from '../office/desk.ts';
import { orderErasure } from '../office/erase-orders.ts';
import { certificateOf } from '../office/members.ts';
import type { ServerFailure } from '../sentences.ts';
import { countOf } from '../table.ts';
import { dryRunOption, isDryRun, textOf, textsOf, type OptionValues, type Verb } from '../verb.ts';

/** Orders one device to erase compartments; with `--out` also as a file for a laptop that cannot reach the server. */
export const eraseOrder: Verb = {
  name: 'erase order',
  says: 'orders a device to erase compartments, or everything on it; a device obeys nothing else',
  options: {
    ...deskOptions,
    ...dryRunOption,
    device: { type: 'string', says: 'the device; "member list --json" shows them', needed: true },
    compartment: { type: 'string', multiple: true, says: 'GROUP or GROUP:MARKING; may be given several times; all the device ever had when not given' },
    everything: { type: 'boolean', says: 'instead: all that is on it, keys first, also what was never delivered (a lost laptop)' },
    out: { type: 'string', says: 'also writes the order to this file' },
  },
  run: (surroundings) =>
    atDesk(surroundings, async (desk) => {
      const found = deviceOf(desk, textOf(surroundings.values, 'device') as DeviceId);
      if (!found.ok) return found;
      const compartments = meantOf(desk, found.value.held, surroundings.values);
      if (!compartments.ok) return compartments;
      const order = await orderErasure(desk, found.value.device, compartments.value);
      if (!order.ok) return order;
      const out = textOf(surroundings.values, 'out');
      if (out !== '' && !isDryRun(surroundings.values)) {
        try {
          writeFileSync(out, jsonToBytes(order.value.document));
        } catch {
          return failed('file-unwritable', { path: out });
        }
      }
      return ok({
        lines: [
          `${found.value.name}'s device is ordered to erase ${compartments.value === null ? 'everything on it' : countOf(compartments.value.length, 'compartment')}${order.value.known ? '; the same order was given before' : ''}.`,
          ...(out === '' ? [] : [`The order is also in ${out}. It opens on that device only.`]),
          'It is carried out at the next contact, also when the account is cut off. "status" shows when it was confirmed.',
        ],
        data: { order: order.value.id, changed: !order.value.known, device: found.value.device.id, compartments: compartments.value },
      });
    }),
};

/** `null`: everything on the device. */
function meantOf(desk: Desk, held: readonly CompartmentId[], values: OptionValues): Result<readonly CompartmentId[] | null, ServerFailure> {
  const named = textsOf(values, 'compartment');
  if (values['everything'] === true) return named.length === 0 ? ok(null) : failed('everything-or-some');
  const found = named.length === 0 ? ok(held) : findCompartments(desk.book(), named);
  return found.ok && found.value.length === 0 ? failed('nothing-to-erase') : found;
}

function deviceOf(desk: Desk, device: DeviceId) {
  for (const member of desk.book().members) {
    const certificate = certificateOf(member, desk.book());
    const found = certificate.devices.find((one) => one.id === device);
    if (found === undefined) continue;
    const held: readonly CompartmentId[] = member.grants.find((one) => one.device === device)?.compartments ?? [];
    return ok({ device: found, held, name: certificate.person.name });
  }
  return failed('device-unknown') satisfies Result<never, 'device-unknown'>;
}
