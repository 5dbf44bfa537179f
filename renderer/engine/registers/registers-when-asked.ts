import { failed } from '../../../core/result.ts';
import type { RegistersApi } from './registers-api.ts';

/** What is answered while no vault is open: nothing is registered, so nothing may leave. */
const registersWhenLocked: RegistersApi = {
  leaving: async () => failed('vault-locked'),
  left: async () => failed('vault-locked'),
  transfers: async () => ({ all: 0, total: 0, acts: [], rows: [] }),
  transfer: async () => null,
  reveal: async () => failed('vault-locked'),
  consultations: async () => ({ all: 0, total: 0, did: [], rows: [] }),
  standing: async () => ({ entries: 0, since: null, flaws: [], loosePages: 0 }),
};

/** The same to whoever asks at any time: the registers of the session that is open then. */
export function registersApi(current: () => RegistersApi | null): RegistersApi {
  const registers = () => current() ?? registersWhenLocked;
  return {
    leaving: (departure) => registers().leaving(departure),
    left: (transfer, how) => registers().left(transfer, how),
    transfers: (query, window) => registers().transfers(query, window),
    transfer: (transfer) => registers().transfer(transfer),
    reveal: (kind, record, justification) => registers().reveal(kind, record, justification),
    consultations: (query, window) => registers().consultations(query, window),
    standing: (register) => registers().standing(register),
  };
}
