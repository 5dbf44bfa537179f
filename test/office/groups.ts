import type { JwgId } from '../../core/ids.ts';

/** The group of the programme that the tests are about. */
export const trafficking = 'jwg-trafficking' as JwgId;
