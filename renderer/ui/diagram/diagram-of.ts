import type { RecordId } from '../../../core/ids.ts';

/** What a diagram is of: all subjects of a case, or one subject and those around it. */
export interface DiagramOf {
  readonly kind: 'case' | 'subject';
  readonly record: RecordId;
}
