import type { Marking } from '../markings/marking.ts';
import { covers } from '../markings/scheme.ts';
import type { Channel } from './decision.ts';

/**
 * What may travel over a channel as it is used now; `null` is nothing. An unrecognised network is
 * accredited to nothing. The person may lower a channel; lowering it to more than it has gives no more.
 */
export function effectiveAccreditation(channel: Channel): Marking | null {
  const { network, accreditation, loweredTo } = channel;
  if (network === null || accreditation === null || loweredTo === 'nothing') return null;
  if (loweredTo === null || covers(loweredTo, accreditation)) return accreditation;
  return covers(accreditation, loweredTo) ? loweredTo : null;
}
