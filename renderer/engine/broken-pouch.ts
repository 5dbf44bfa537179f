import { failed } from '../../core/result.ts';
import type { OpenPouch } from './pouch-seam/pouch-ground.ts';
import { carrying, pouch, stillStanding } from './when-locked.ts';

/** Stands in for a pouch whose own rows cannot be read: nothing goes, nothing is lost, and it says so. */
export const brokenPouch: OpenPouch = {
  api: { ...pouch, exchange: async () => failed('storage-failed') },
  directory: { nameOf: () => null, signKeyOf: () => null, certificates: () => [] },
  standing: async () => stillStanding,
  membership: () => null,
  fetchFile: async () => failed('storage-failed'),
  carrying: { ...carrying, carryOut: async () => failed('storage-failed'), takeIn: async () => failed('storage-failed') },
  profileChanged: async () => undefined,
  release: { awaiting: async () => [] },
  close: async () => undefined,
};
