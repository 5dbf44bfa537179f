import { failed } from '../../../../core/result.ts';
import type { CarryingApi } from './carrying-api.ts';

/** What is answered while no vault is open. */
export const carryingNothing: CarryingApi = {
  media: async () => [],
  preview: async () => ({ goes: [], stays: [], sealedBefore: 0, forwarded: 0 }),
  carryOut: async () => failed('cancelled'),
  takeIn: async () => failed('cancelled'),
};

/** The same to whoever asks at any time: the pouch of the session that is open then. */
export function carryingApi(current: () => Promise<CarryingApi | null>): CarryingApi {
  const carrying = async () => (await current()) ?? carryingNothing;
  return {
    media: async () => (await carrying()).media(),
    preview: async (choice) => (await carrying()).preview(choice),
    carryOut: async (choice) => (await carrying()).carryOut(choice),
    takeIn: async (file, medium) => (await carrying()).takeIn(file, medium),
  };
}
