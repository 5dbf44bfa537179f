import type { JwgId } from '../../core/ids.ts';

/** The groups of the programme that the tests are about. */
export const trafficking = 'jwg-trafficking' as JwgId;
export const firearms = 'jwg-firearms' as JwgId;
