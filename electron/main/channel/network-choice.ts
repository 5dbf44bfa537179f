import type { NetworkProfile, OrganisationProfile } from '../../../core/organisation/profile.ts';
import { isInRange } from './address-range.ts';

/** Where the laptop is, as its own interfaces say. */
export interface LocalNetwork {
  readonly addresses: readonly string[];
  readonly interfaces: readonly string[];
}

/**
 * Whether a network's description fits where the laptop is: an address in one of its ranges or one
 * of its interfaces up; a network that names neither fits anywhere. That alone recognises nothing:
 * the server must prove its pinned key as well.
 */
export function fits(network: NetworkProfile, local: LocalNetwork): boolean {
  if (network.addressRanges.length === 0 && network.interfaces.length === 0) return true;
  return (
    network.interfaces.some((name) => local.interfaces.includes(name)) ||
    network.addressRanges.some((range) => local.addresses.some((address) => isInRange(address, range)))
  );
}

/** The networks that fit, the highest accreditation first; accredited to nothing comes last. */
export function candidates(profile: OrganisationProfile, local: LocalNetwork): readonly NetworkProfile[] {
  const rank = (network: NetworkProfile) =>
    profile.markings.find((marking) => marking.id === network.accreditation)?.rank ?? -1;
  return profile.networks.filter((network) => fits(network, local)).toSorted((a, b) => rank(b) - rank(a));
}
