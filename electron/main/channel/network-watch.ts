import type { Instant } from '../../../core/ids.ts';
import type { NetworkProfile, OrganisationProfile } from '../../../core/organisation/profile.ts';
import { isSameNetwork } from './local-network.ts';
import { fits, type LocalNetwork } from './network-choice.ts';
import { recognise, type Obstacle, type Probe, type Recognition } from './recognise.ts';
import { ServerLine } from './server-line.ts';

export interface WatchGround {
  readonly now: () => Instant;
  readonly local: () => LocalNetwork;
  readonly probe: Probe;
  /** The network changed, or why there is none; `moved`: what is under way belongs to another one. */
  readonly changed: (moved: boolean) => void;
}

/** A recognised network, and the connections to its server. */
export interface Recognised {
  readonly network: NetworkProfile;
  readonly line: ServerLine;
}

export interface NetworkWatch {
  recognised(): Recognised | null;
  obstacle(): Obstacle | null;
  /** Whether the laptop's addresses still fit; asked before every request. */
  stillFits(): boolean;
  /** Looks again, by this profile; `whenMoved`: only if the laptop's addresses changed. */
  look(profile: OrganisationProfile, whenMoved?: 'when-moved'): Promise<void>;
  /** Resolves when no look is under way. */
  settled(): Promise<void>;
  forget(): void;
}

/** Knows which network of the profile the laptop is on now. Only the last look counts. */
export function watchNetwork(ground: WatchGround): NetworkWatch {
  let recognised: Recognised | null = null;
  let obstacle: Obstacle | null = null;
  let looked: LocalNetwork | null = null;
  let looking: Promise<void> = Promise.resolve();
  let round = 0;

  const adopt = (found: Recognition | { readonly network: null; readonly obstacle: null }) => {
    const same = JSON.stringify(recognised?.network ?? null) === JSON.stringify(found.network);
    if (same && obstacle === found.obstacle) return;
    obstacle = found.obstacle;
    if (!same) {
      recognised?.line.close();
      recognised = found.network === null ? null : { network: found.network, line: new ServerLine(found.network.server) };
    }
    ground.changed(!same);
  };

  const lookNow = async (profile: OrganisationProfile) => {
    round += 1;
    const mine = round;
    looked = ground.local();
    const found = await recognise(profile, looked, ground.now(), ground.probe);
    if (mine === round) adopt(found);
  };

  return {
    recognised: () => recognised,
    obstacle: () => obstacle,
    stillFits: () => recognised !== null && fits(recognised.network, ground.local()),
    settled: () => looking,
    look: (profile, whenMoved) => {
      if (whenMoved !== undefined && looked !== null && isSameNetwork(looked, ground.local())) return Promise.resolve();
      looking = lookNow(profile);
      return looking;
    },
    forget: () => {
      round += 1;
      adopt({ network: null, obstacle: null });
    },
  };
}
