import { defaultCountryTable } from '../../../core/cooperation/default-country-table.ts';
import { canonicalHash } from '../../../core/crypto/canonical.ts';
import type { Instant } from '../../../core/ids.ts';
import { defaultScheme } from '../../../core/markings/default-scheme.ts';
import type { Marking, MarkingScheme } from '../../../core/markings/marking.ts';
import { joinRequestFileName, writeJoinRequest } from '../../../core/organisation/join-request.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { EngineEvent, EngineHost, JoinRequest, Me, ProfileDetails, ProfileFailure, Surroundings } from '../api.ts';
import { localDay } from '../notebook/today.ts';
import type { Membership, OrganisationGround, SealedStates } from '../pouch-seam/pouch-ground.ts';
import type { Identity } from '../vault/identity.ts';
import { ceilingOf } from './ceiling.ts';
import { acceptProfile, detailsOf, keptState, readKeptProfile, type KeptProfile } from './kept-profile.ts';

export interface OrganisationParts {
  readonly states: SealedStates;
  readonly identity: Identity;
  readonly host: EngineHost;
  readonly now: () => Instant;
  readonly membership: () => Membership | null;
  /** The markings are others than before: levels may compare otherwise, and every record's follows from them. */
  readonly rescaled: () => Promise<void>;
  /** A newer profile is in use. */
  readonly renewed: () => void;
  readonly emit: (event: EngineEvent) => void;
}

/** The organisation of an open vault: the profile in use, the ceiling it gives, the request to join. */
export class Organisation implements OrganisationGround {
  private readonly parts: OrganisationParts;
  private kept: KeptProfile | null = null;

  constructor(parts: OrganisationParts) {
    this.parts = parts;
  }

  async load(): Promise<void> {
    this.kept = await readKeptProfile(this.parts.states);
  }

  profile(): OrganisationProfile | null {
    return this.kept?.profile ?? null;
  }

  scheme(): MarkingScheme {
    return this.kept?.profile ?? defaultScheme;
  }

  ceiling(): Marking {
    return ceilingOf(this.profile(), this.scheme(), this.parts.identity, localDay(this.parts.now()));
  }

  standing(): Me['standing'] {
    if (this.kept === null) return 'alone';
    return this.parts.membership() === null ? 'requested' : 'member';
  }

  surroundings(): Surroundings {
    return {
      markings: this.scheme().markings,
      ceiling: this.ceiling(),
      jwgs: this.profile()?.jwgs ?? [],
      countryTable: this.profile()?.countryTable ?? defaultCountryTable,
      profileValidUntil: this.profile()?.validUntil ?? null,
    };
  }

  /** The profile in use as a member reads it; `null` when working alone. */
  details(): ProfileDetails | null {
    const { person, device } = this.parts.identity;
    return this.kept === null ? null : detailsOf(this.kept.profile, (holder) => holder === person || holder === device);
  }

  /** Takes a profile: the first one, or a renewed one of the same organisation. */
  async join(file: Uint8Array): Promise<Result<JoinRequest, ProfileFailure | 'storage-failed'>> {
    const accepted = acceptProfile(file, this.parts.now(), this.kept);
    if (!accepted.ok) return accepted;
    const written = await this.parts.states.write([keptState(accepted.value)]);
    if (!written.ok) return failed('storage-failed');
    const before = canonicalHash(this.scheme().markings);
    this.kept = accepted.value;
    if (canonicalHash(this.scheme().markings) !== before) await this.parts.rescaled();
    this.introduce();
    this.parts.renewed();
    return ok(this.requestTo(accepted.value.profile));
  }

  joinRequest(): JoinRequest | null {
    return this.kept === null ? null : this.requestTo(this.kept.profile);
  }

  membershipChanged(): Promise<void> {
    return this.configureChannel();
  }

  /** Tells the main process without waiting for it: until it knows, the pouch says that there is no channel. */
  introduce(): void {
    this.configureChannel().then(
      () => this.parts.emit({ type: 'pouch' }),
      () => undefined,
    );
  }

  /** Tells the main process what it must know to forward anything. Without a profile there is nothing to tell. */
  async configureChannel(): Promise<void> {
    if (this.kept === null) return;
    const { profile, file } = this.kept;
    const databases = new Map([[profile.directoryDatabase, null], ...(this.parts.membership()?.databases ?? []).map(levelOfDatabase)]);
    await this.parts.host.configureChannel({
      profile: file,
      credential: this.parts.identity.credential,
      databases: [...databases].map(([name, marking]) => ({ name, marking })),
      ceiling: this.ceiling().id,
    });
  }

  private requestTo(profile: OrganisationProfile): JoinRequest {
    const { identity } = this.parts;
    const { person: id, name, country, institution } = identity;
    const file = writeJoinRequest({
      organisation: profile.organisation,
      made: this.parts.now(),
      person: { id, name, country, institution },
      identity: identity.identityKeys,
      device: { id: identity.device, signKey: identity.deviceKeys.publicKey, boxKey: identity.box.publicKey },
      credential: identity.credential,
    });
    return { file, suggestedName: joinRequestFileName(name), fingerprint: identity.fingerprint };
  }
}

type Level = Membership['databases'][number]['marking'];

function levelOfDatabase({ name, marking }: Membership['databases'][number]): readonly [string, Level] {
  return [name, marking];
}
