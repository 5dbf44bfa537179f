import type { Instant } from '../../../core/ids.ts';
import type { NetworkProfile, OrganisationProfile } from '../../../core/organisation/profile.ts';
import { profileStillHolds } from '../../../core/organisation/verify-profile.ts';
import type { BridgeChannelState } from '../../preload/bridge.ts';
import { candidates, type LocalNetwork } from './network-choice.ts';
import { serverFailures, type PinnedServer, type ServerFailure } from './pinned-server.ts';

export type Obstacle = NonNullable<BridgeChannelState['obstacle']>;

export type Recognition =
  | { readonly network: NetworkProfile; readonly obstacle: null }
  | { readonly network: null; readonly obstacle: Obstacle };

export type Probe = (server: PinnedServer) => Promise<'reachable' | ServerFailure>;

/**
 * Which network of the profile the laptop is on: of those that fit its addresses, the one with the
 * highest accreditation whose server proves its key. Asked all at once, because the ones that do
 * not answer take long not to. Unrecognised is accredited to nothing.
 */
export async function recognise(profile: OrganisationProfile, local: LocalNetwork, now: Instant, probe: Probe): Promise<Recognition> {
  if (!profileStillHolds(profile, now)) return { network: null, obstacle: 'profile-expired' };
  const fitting = candidates(profile, local);
  const asked = fitting.map((network) => probe(network.server));
  const answers = await Promise.all(asked);
  const network = fitting.find((_network, index) => answers[index] === 'reachable');
  if (network !== undefined) return { network, obstacle: null };
  if (fitting.length === 0) return { network: null, obstacle: 'nothing-fits' };
  return { network: null, obstacle: serverFailures.find((one) => answers.includes(one)) ?? 'server-absent' };
}
