import type { SignPair } from '../../../core/crypto/keys.ts';
import type { DeviceId, Instant, PersonId, RecordId } from '../../../core/ids.ts';
import type { History, RecordState } from '../../../core/ledger/state.ts';
import type { MarkingScheme } from '../../../core/markings/marking.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { Result } from '../../../core/result.ts';
import type { RecordView, RecordRow } from '../api.ts';

/** What the engine gives the part that prepares minutes, while the vault is open. */
export interface MinutesGround {
  readonly now: () => Instant;
  /** Signs exported records; the device's key. */
  readonly signer: { readonly person: PersonId; readonly device: DeviceId; readonly name: string; readonly keys: SignPair };
  scheme(): MarkingScheme;
  profile(): OrganisationProfile | null;
  open<Kind extends RecordKind>(kind: Kind, record: RecordId): Promise<Result<RecordView<Kind>, 'not-found' | 'vault-locked'>>;
  rows<Kind extends RecordKind>(kind: Kind): readonly RecordRow<Kind>[];
  history(record: RecordId): Promise<History>;
  state(record: RecordId): Promise<RecordState | null>;
  nameOf(person: PersonId): string | null;
  /** Own device's key included. */
  signKeyOf(device: DeviceId): Uint8Array | null;
}
