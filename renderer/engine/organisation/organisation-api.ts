import type { CountryTable } from '../../../core/cooperation/country-table.ts';
import type { Day, Instant, JwgId, NetworkId, PersonId } from '../../../core/ids.ts';
import type { Marking } from '../../../core/markings/marking.ts';
import type { JointWorkingGroup } from '../../../core/organisation/profile.ts';
import type { Result } from '../../../core/result.ts';
import type { PersonInput, RecoveryKit } from '../vault/vault-api.ts';

export type ProfileFailure =
  | 'profile-unreadable' | 'profile-bad-signature' | 'profile-expired' | 'profile-not-yet-valid' | 'profile-older' | 'profile-other-organisation' | 'profile-too-large';

export interface ProfileSummary {
  readonly organisation: string;
  readonly fingerprint: string;
  readonly validUntil: Instant;
  readonly jwgs: readonly string[];
  readonly networks: readonly string[];
}

/** The profile in use, as a member reads it. */
export interface ProfileDetails {
  readonly organisation: string;
  readonly fingerprint: string;
  readonly issued: Instant;
  readonly validUntil: Instant;
  readonly groups: readonly JointWorkingGroup[];
  readonly networks: readonly { readonly id: NetworkId; readonly name: string; readonly accreditation: Marking | null }[];
  readonly accreditations: readonly { readonly marking: Marking; readonly by: string; readonly reference: string; readonly until: Day; readonly mine: boolean }[];
}

export interface JoinRequest {
  /** What the secretariat is given; a file to hand over. */
  readonly file: Uint8Array;
  readonly suggestedName: string;
  readonly fingerprint: string;
}

/** Another member of the organisation, as the directory certifies them. */
export interface Colleague {
  readonly person: PersonId;
  readonly name: string;
  readonly institution: string;
  readonly country: string;
  /** Where they are a member now. */
  readonly groups: readonly JwgId[];
  /** National lawyers, assistants, interpreters: they draft for others. */
  readonly localTeam: boolean;
}

export interface OrganisationApi {
  /** Reads and checks a profile file without keeping anything. */
  inspect(file: Uint8Array): Promise<Result<ProfileSummary, ProfileFailure>>;
  /** First start: makes the vault and the identity and asks to join in one go. */
  createAndJoin(file: Uint8Array, person: PersonInput, passphrase: string): Promise<Result<{ kit: RecoveryKit; request: JoinRequest }, ProfileFailure | 'weak-passphrase' | 'vault-exists' | 'storage-full' | 'storage-failed'>>;
  /** Joining later, or a renewed profile; what was written stays. */
  join(file: Uint8Array): Promise<Result<JoinRequest, ProfileFailure | 'storage-failed'>>;
  joinRequest(): Promise<JoinRequest | null>;
  /** `null` when working alone. */
  profile(): Promise<ProfileDetails | null>;
  /** Who else belongs to it, by name; nobody when working alone. */
  colleagues(): Promise<readonly Colleague[]>;
  /** What the interface needs to offer groups, markings and ceilings; works alone too. */
  surroundings(): Promise<Surroundings>;
}

export interface Surroundings {
  readonly markings: readonly Marking[];
  /** Nothing above it can be written on this device. */
  readonly ceiling: Marking;
  readonly jwgs: readonly JointWorkingGroup[];
  /** What works between which countries: the profile's, or the one that is shipped. */
  readonly countryTable: CountryTable;
  readonly profileValidUntil: Instant | null;
}
