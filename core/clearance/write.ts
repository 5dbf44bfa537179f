import type { Marking } from '../markings/marking.ts';
import { covers } from '../markings/scheme.ts';

/** Whether something of this level may be written on a device with this accreditation ceiling. Asked before a word is typed. */
export function mayWrite(level: Marking, ceiling: Marking): boolean {
  return covers(ceiling, level);
}
