import { decideReceive } from '../../../core/clearance/decide.ts';
import type { Channel, ClearedToReceive } from '../../../core/clearance/decision.ts';
import type { ChannelState } from '../api.ts';
import type { PouchGround } from '../pouch-seam/pouch-ground.ts';
import { channelState, policyChannel } from './channel.ts';
import type { OfficeDirectory } from './directory.ts';
import type { Circumstances } from './gather.ts';
import type { DataMeter } from './data-meter.ts';
import type { LetterBook } from './letter-book.ts';
import type { OpenDatabase } from './local-pouch.ts';
import type { OutboxIndex } from './outbox-index.ts';
import type { Pause } from './patience.ts';
import type { Pausing } from './pausing.ts';
import type { QuietStates } from './polling.ts';
import { personFacts, placesOf, type Place } from './places.ts';
import { releaseNow } from './release.ts';
import type { Send } from './wire.ts';

/** Everything an exchange works with. */
export interface PouchParts {
  readonly ground: PouchGround;
  readonly directory: OfficeDirectory;
  readonly book: LetterBook;
  readonly outbox: OutboxIndex;
  readonly pausing: Pausing;
  readonly meter: DataMeter;
  readonly send: Send;
  readonly pause: Pause;
  readonly openDatabase: OpenDatabase;
  /** Milliseconds that only ever grow. */
  readonly elapsed: () => number;
  readonly quiet: QuietStates;
}

export interface CircumstancesNow extends Circumstances {
  readonly state: ChannelState;
  readonly obstacle: string | null;
}

/** What the policy is asked with now, over the channel the main process tells of. */
export async function circumstancesNow(parts: PouchParts): Promise<CircumstancesNow> {
  const { ground } = parts;
  const scheme = ground.organisation.scheme();
  const host = await ground.host.channelState();
  const state = channelState(host, scheme);
  parts.meter.isOn(state.network);
  return { ...(await circumstancesOver(parts, policyChannel(state))), state, obstacle: host.obstacle ?? null };
}

/** The same over a channel that is no network: what the policy is asked with for a removable medium. */
export async function circumstancesOver({ ground, directory }: PouchParts, channel: Channel): Promise<Circumstances> {
  const scheme = ground.organisation.scheme();
  const profile = ground.organisation.profile();
  const now = ground.now();
  const sources = { scheme, grant: directory.grant(), directory: directory.state(), now };
  const places = profile === null ? [] : placesOf({ profile, ...sources });
  return { channel, person: personFacts(ground, directory.state()), places, scheme, now, release: await releaseNow(ground, directory) };
}

/** Why the server is not even asked; `null`: it can be. */
export function unreachable({ state, obstacle }: Pick<CircumstancesNow, 'state' | 'obstacle'>): 'no-channel' | 'server-absent' | 'wrong-server' | 'certificate-date' | null {
  if (state.loweredTo === 'nothing') return 'no-channel';
  if (state.network === null) return obstacle === 'server-absent' || obstacle === 'wrong-server' || obstacle === 'certificate-date' ? obstacle : 'no-channel';
  return state.reachable ? null : 'server-absent';
}

export interface OpenPlace {
  readonly place: Place;
  readonly cleared: ClearedToReceive;
}

/** Compartments that this channel, device and person may move now: asked for both directions, since a parcel sealed elsewhere may not go here. */
export function openPlaces({ places, channel, person, now }: Circumstances): readonly OpenPlace[] {
  return places.flatMap((place) => {
    const decision = decideReceive(place.facts, channel, person, now);
    return decision.verdict === 'cleared' && place.database !== null ? [{ place, cleared: decision.cleared }] : [];
  });
}
