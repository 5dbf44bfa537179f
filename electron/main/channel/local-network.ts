import { networkInterfaces } from 'node:os';
import type { LocalNetwork } from './network-choice.ts';

/** The laptop's own addresses and the interfaces that are up. Cheap: asked before every request. */
export function localNetwork(): LocalNetwork {
  const all = networkInterfaces();
  return {
    interfaces: Object.keys(all).toSorted(),
    addresses: Object.values(all).flatMap((list) => (list ?? []).map((one) => one.address)).toSorted(),
  };
}

export function isSameNetwork(one: LocalNetwork, other: LocalNetwork): boolean {
  return one.interfaces.join() === other.interfaces.join() && one.addresses.join() === other.addresses.join();
}
