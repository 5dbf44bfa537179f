import type { ReleaseActInput } from '../../../core/clearance/acts.ts';
import type { RecordId } from '../../../core/ids.ts';
import type { Result } from '../../../core/result.ts';
import type { SaveFailure } from '../api.ts';

export type { ReleaseActInput };

/** `in-conflict`: two versions of the record's safeguards wait to be settled. `too-many`: the list is full. */
export type ActFailure = SaveFailure | 'in-conflict' | 'too-many';

/** What a person may do about what leaves. */
export interface DeparturesApi {
  /** Records a consent, a permission, a ground or a confirmation on a held record. */
  act(record: RecordId, act: ReleaseActInput): Promise<Result<null, ActFailure>>;
}
