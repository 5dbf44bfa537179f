import { cryptoReady } from '../../../core/crypto/sodium.ts';
import type { Instant, MarkingId } from '../../../core/ids.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';
import { verifyProfile } from '../../../core/organisation/verify-profile.ts';
import type { BridgeChannelState } from '../../preload/bridge.ts';
import { trackInFlight } from './in-flight.ts';
import type { JoinedOrganisation } from './joined-organisation.ts';
import { passGate, trustOf, type Gate, type Lowering } from './level-gate.ts';
import { admit, type Claims, type Membership } from './membership.ts';
import type { LocalNetwork } from './network-choice.ts';
import { watchNetwork, type NetworkWatch } from './network-watch.ts';
import type { Obstacle, Probe } from './recognise.ts';
import type { SyncRefusal } from './refusal.ts';
import { forwardSync } from './sync-forwarder.ts';
import type { Upstream } from './upstream.ts';

export interface ChannelGround {
  readonly joined: JoinedOrganisation;
  readonly now: () => Instant;
  readonly local: () => LocalNetwork;
  readonly probe: Probe;
  /** Told whenever the state changed. */
  readonly tell: (state: BridgeChannelState) => void;
}

/** How long a question after the state waits for a recognition under way, in milliseconds. */
const stateWaits = 1500;
/** Minutes from which two clocks are said to disagree. */
const worthTelling = 10;

/**
 * What the laptop is on, what that is trusted with, and the only way to the server. Holds the
 * credential; nothing of it is ever told to the page.
 */
export class Channel {
  readonly #ground: ChannelGround;
  readonly #watch: NetworkWatch;
  readonly #inFlight = trackInFlight();
  /** The highest level that was ever said of a database, until the app ends. */
  readonly #knownLevels = new Map<string, MarkingId>();
  #serial = 0;
  #member: Membership | null = null;
  #loweredTo: Lowering = null;
  #clockAhead: number | null = null;

  constructor(ground: ChannelGround) {
    this.#ground = ground;
    this.#watch = watchNetwork({ ...ground, changed: (moved) => this.#changed(moved) });
  }

  /** Takes over what the page hands it after unlocking, and begins to look where the laptop is. */
  async configure(file: Uint8Array, claims: Claims): Promise<'configured' | 'profile-refused'> {
    const profile = await this.#accepted(file);
    if (profile === null) {
      this.forget();
      return 'profile-refused';
    }
    this.#serial = profile.serial;
    this.#member = admit(profile, claims, this.#knownLevels, dayOf(this.#ground.now()));
    this.#changed(false);
    void this.#watch.look(profile);
    return 'configured';
  }

  /** Forgets the credential, the levels, the lowering and the network, and cuts what is under way. */
  forget(): void {
    this.#member = null;
    this.#loweredTo = null;
    this.#inFlight.cut(() => false);
    this.#watch.forget();
  }

  /** Waits a little for a recognition under way. */
  async state(): Promise<BridgeChannelState> {
    await Promise.race([this.#watch.settled(), new Promise((resolve) => setTimeout(resolve, stateWaits))]);
    return this.#state();
  }

  /** Trusts the channel with less; `null` takes that back. Never gives it more than its accreditation. */
  lower(to: Lowering): BridgeChannelState {
    this.#loweredTo = to;
    this.#changed(false);
    return this.#state();
  }

  /** Looks again where the laptop is; `whenMoved`: only if its addresses changed. */
  async look(whenMoved?: 'when-moved'): Promise<void> {
    if (this.#member !== null) await this.#watch.look(this.#member.profile, whenMoved);
  }

  /** Answers one request of the engine's synchronisation. */
  forward(request: Request): Promise<Response> {
    return forwardSync(request, {
      inFlight: this.#inFlight,
      levelOf: (database) => this.#member?.databases.get(database),
      way: (marking) => this.#way(marking),
      failed: () => void this.look(),
    });
  }

  async #accepted(file: Uint8Array): Promise<OrganisationProfile | null> {
    await cryptoReady;
    const verified = verifyProfile(file, { now: this.#ground.now(), serial: this.#serial });
    if (!verified.ok || !(await this.#ground.joined.accepts(verified.value.organisation.signKey))) return null;
    await this.#ground.joined.remember(verified.value.organisation.signKey);
    return verified.value;
  }

  #way(marking: MarkingId | null): Upstream | SyncRefusal {
    const member = this.#member;
    const recognised = this.#watch.recognised();
    if (member === null) return 'no-channel';
    if (recognised === null) return refusalOf(this.#watch.obstacle());
    if (!this.#watch.stillFits()) {
      void this.look();
      return 'no-channel';
    }
    const verdict = passGate(marking, this.#gate(member));
    if (verdict !== 'passes') return verdict;
    if (member.credential === null) return 'no-credential';
    return { url: recognised.network.server.url, line: recognised.line, credential: member.credential, heard: (time) => this.#heard(time) };
  }

  #gate(member: Membership): Gate {
    const scheme = { markings: member.profile.markings };
    const accreditation = this.#watch.recognised()?.network.accreditation ?? null;
    return { scheme, trust: trustOf(scheme, accreditation, this.#loweredTo), closed: this.#loweredTo === 'nothing', ceiling: member.ceiling };
  }

  #heard(time: Instant): void {
    const minutes = Math.round((this.#ground.now() - time) / 60_000);
    const ahead = Math.abs(minutes) < worthTelling ? null : minutes;
    if (ahead === this.#clockAhead) return;
    this.#clockAhead = ahead;
    this.#ground.tell(this.#state());
  }

  #changed(moved: boolean): void {
    const member = this.#member;
    this.#inFlight.cut((marking) => !moved && member !== null && passGate(marking, this.#gate(member)) === 'passes');
    this.#ground.tell(this.#state());
  }

  #state(): BridgeChannelState {
    const network = this.#watch.recognised()?.network;
    return {
      network: network?.id ?? null,
      obstacle: this.#watch.obstacle(),
      name: network?.name ?? '',
      reachable: network !== undefined,
      accreditation: network?.accreditation ?? null,
      loweredTo: this.#loweredTo,
      clockAhead: this.#clockAhead,
    };
  }
}

/** Why nothing is asked while no network is recognised. */
function refusalOf(obstacle: Obstacle | null): SyncRefusal {
  return obstacle === 'wrong-server' || obstacle === 'certificate-date' ? obstacle : 'no-channel';
}

function dayOf(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 10);
}
