import type { ChangeHash, CompartmentId, Instant } from '../../../core/ids.ts';
import type { LetterContext } from '../../../core/letters/verify-letter.ts';
import type { DirectoryState } from '../../../core/organisation/directory.ts';
import { erasedByOrders } from '../../../core/organisation/removal-order.ts';
import type { PouchGround } from '../pouch-seam/pouch-ground.ts';
import { arrivalRules } from './arrival-rules.ts';
import type { OfficeDirectory } from './directory.ts';
import type { OpeningGround } from './opening.ts';
import type { Place } from './places.ts';
import { Quarantine } from './quarantine.ts';

/** Everything that what arrives in one compartment is measured against. */
export interface Gate {
  readonly opening: OpeningGround;
  readonly quarantine: Quarantine;
  readonly withdrawn: ReadonlySet<ChangeHash>;
  readonly turnedAt: ReadonlyMap<number, Instant>;
}

export interface GateParts {
  readonly ground: PouchGround;
  readonly directory: Pick<OfficeDirectory, 'state'>;
}

/** The gate of a compartment, as profile and directory stand now. */
export async function gateOf(place: Place, parts: GateParts): Promise<Gate> {
  const { ground } = parts;
  const directory = parts.directory.state();
  const { compartment } = place.facts;
  const profile = ground.organisation.profile();
  const context: LetterContext = {
    compartment,
    jwg: place.jwg,
    marking: place.marking,
    scheme: ground.organisation.scheme(),
    devices: directory.devices,
    erasures: erasedByOrders(directory.removals),
  };
  return {
    opening: {
      context,
      keys: place.keys,
      newestEpoch: Math.max(0, directory.compartments.get(compartment)?.epoch ?? 0, ...place.keys.map((one) => one.epoch)),
      organisationSignKey: profile?.organisation.signKey ?? '',
      orders: new Set(directory.removals.map((one) => one.id)),
    },
    quarantine: await openQuarantine(place, parts),
    withdrawn: withdrawnFrom(compartment, directory),
    turnedAt: directory.turnedAt.get(compartment) ?? new Map(),
  };
}

export function openQuarantine(place: Place, { ground, directory }: GateParts): Promise<Quarantine> {
  return Quarantine.open({
    states: ground.states,
    compartment: place.facts.compartment,
    devices: directory.state().devices,
    rules: (verdicts) => arrivalRules(place, ground.organisation.profile(), directory.state(), verdicts),
    now: ground.now,
  });
}

/** Changes that left this compartment with a raised record: what still holds them here brings none back. */
function withdrawnFrom(compartment: CompartmentId, directory: DirectoryState): ReadonlySet<ChangeHash> {
  return new Set(directory.removals.filter((one) => one.kind === 'raised' && one.compartment === compartment).flatMap((one) => one.changes));
}
