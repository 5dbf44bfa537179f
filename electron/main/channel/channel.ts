import { cryptoReady } from '../../../core/crypto/sodium.ts';
import type { Instant, MarkingId } from '../../../core/ids.ts';
import type { NetworkProfile } from '../../../core/organisation/profile.ts';
import { verifyProfile } from '../../../core/organisation/verify-profile.ts';
import type { BridgeChannelState } from '../../preload/bridge.ts';
import { trackInFlight } from './in-flight.ts';
import type { JoinedOrganisation } from './joined-organisation.ts';
import { passGate, trustOf, type Gate, type Lowering } from './level-gate.ts';
import { isSameNetwork } from './local-network.ts';
import { admit, type Claims, type Membership } from './membership.ts';
import { fits, type LocalNetwork } from './network-choice.ts';
import { PinnedAgent } from './pinned-server.ts';
import { recognise, type Obstacle, type Probe } from './recognise.ts';
import { forwardSync } from './sync-forwarder.ts';

export interface ChannelGround {
  readonly joined: JoinedOrganisation;
  readonly now: () => Instant;
  readonly local: () => LocalNetwork;
  readonly probe: Probe;
  /** Told whenever the state changed. */
  readonly tell: (state: BridgeChannelState) => void;
}

export interface Channel {
  configure(profile: Uint8Array, claims: Claims): Promise<'configured' | 'profile-refused'>;
  /** Forgets the credential, the levels and the network, and cuts what is under way. */
  forget(): void;
  /** Waits a little for a recognition under way. */
  state(): Promise<BridgeChannelState>;
  lower(to: Lowering): BridgeChannelState;
  forward(request: Request): Promise<Response>;
  /** Looks again at once; `whenMoved`: only if the laptop's addresses changed. */
  look(whenMoved?: 'when-moved'): Promise<void>;
}

interface Recognised {
  readonly network: NetworkProfile;
  readonly agent: PinnedAgent;
}

/** How long a question after the state waits for a recognition under way, in milliseconds. */
const stateWaits = 1500;

/**
 * What the laptop is on, what that is trusted with, and the only way to the server. Holds the
 * credential; nothing of it is ever told to the page.
 */
export function openChannel(ground: ChannelGround): Channel {
  const inFlight = trackInFlight();
  const knownLevels = new Map<string, MarkingId>();
  let member: Membership | null = null;
  let serial = 0;
  let recognised: Recognised | null = null;
  let obstacle: Obstacle | null = null;
  let loweredTo: Lowering = null;
  let looked: LocalNetwork | null = null;
  let looking: Promise<void> = Promise.resolve();
  let round = 0;

  const stateNow = (): BridgeChannelState => ({
    network: recognised?.network.id ?? null,
    obstacle,
    name: recognised?.network.name ?? '',
    reachable: recognised !== null,
    accreditation: recognised?.network.accreditation ?? null,
    loweredTo,
  });

  const gate = (of: Membership): Gate => {
    const scheme = { markings: of.profile.markings };
    const accreditation = recognised?.network.accreditation ?? null;
    return { scheme, trust: trustOf(scheme, accreditation, loweredTo), closed: loweredTo === 'nothing', ceiling: of.ceiling };
  };

  const changed = () => {
    inFlight.cut((marking) => member !== null && recognised !== null && passGate(marking, gate(member)) === 'passes');
    ground.tell(stateNow());
  };

  const adopt = (network: NetworkProfile | null, because: Obstacle | null) => {
    const same = recognised?.network === network || (recognised === null && network === null);
    if (same && obstacle === because) return;
    obstacle = because;
    if (!same) {
      inFlight.cut(() => false);
      recognised?.agent.destroy();
      recognised = network === null ? null : { network, agent: new PinnedAgent(network.server) };
    }
    changed();
  };

  const lookNow = async () => {
    const of = member;
    if (of === null) return;
    const mine = ++round;
    const local = ground.local();
    looked = local;
    const found = await recognise(of.profile, local, ground.now(), ground.probe);
    if (mine === round && member === of) adopt(found.network, found.obstacle);
  };

  const look = (whenMoved?: 'when-moved'): Promise<void> => {
    if (member === null || (whenMoved !== undefined && looked !== null && isSameNetwork(looked, ground.local()))) return Promise.resolve();
    looking = lookNow();
    return looking;
  };

  const forget = () => {
    round += 1;
    member = null;
    loweredTo = null;
    adopt(null, null);
    inFlight.cut(() => false);
  };

  return {
    look,
    forget,
    configure: async (file, claims) => {
      await cryptoReady;
      const verified = verifyProfile(file, { now: ground.now(), serial });
      if (!verified.ok || !(await ground.joined.accepts(verified.value.organisation.signKey))) {
        forget();
        return 'profile-refused';
      }
      const profile = verified.value;
      await ground.joined.remember(profile.organisation.signKey);
      serial = profile.serial;
      member = admit(profile, claims, knownLevels, new Date(ground.now()).toISOString().slice(0, 10));
      const still = recognised === null ? undefined : profile.networks.find((one) => JSON.stringify(one) === JSON.stringify(recognised?.network));
      if (recognised !== null && still !== undefined) recognised = { ...recognised, network: still };
      changed();
      void look();
      return 'configured';
    },
    state: async () => {
      await Promise.race([looking, new Promise((resolve) => setTimeout(resolve, stateWaits))]);
      return stateNow();
    },
    lower: (to) => {
      loweredTo = to;
      changed();
      return stateNow();
    },
    forward: (request) =>
      forwardSync(request, {
        inFlight,
        levelOf: (database) => member?.databases.get(database),
        way: (marking) => {
          if (member === null) return 'no-channel';
          if (recognised === null || !fits(recognised.network, ground.local())) {
            if (recognised !== null) void look();
            return obstacle === 'wrong-server' ? 'wrong-server' : 'no-channel';
          }
          const verdict = passGate(marking, gate(member));
          if (verdict !== 'passes') return verdict;
          if (member.credential === null) return 'no-credential';
          return { server: recognised.network.server, agent: recognised.agent, credential: member.credential };
        },
        failed: () => void look(),
      }),
  };
}
