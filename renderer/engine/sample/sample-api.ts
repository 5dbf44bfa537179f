import type { Result } from '../../../core/result.ts';
import type { Me } from '../api.ts';

export interface SampleApi {
  /** Makes and opens the sample casework; only the worker that is named after it does. */
  begin(): Promise<Result<Me, 'not-the-sample' | 'storage-failed'>>;
}
