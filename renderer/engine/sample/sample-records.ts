import type { Day } from '../../../core/ids.ts';
import { writeCases } from './sample-cases.ts';
import { writeMeetings } from './sample-meetings.ts';
import { writeNotes } from './sample-notes.ts';
import { writePeople } from './sample-people.ts';
import { writeReport } from './sample-report.ts';
import { writeSubjects } from './sample-subjects.ts';
import { SampleWriting } from './sample-writing.ts';

/**
 * The sample casework: a Joint Working Group over eight months, all of it invented. Names, numbers
 * and file numbers belong to nobody; telephone numbers begin with a code that no country has.
 */
export function sampleRecords(today: Day): SampleWriting {
  const sample = new SampleWriting(today);
  writePeople(sample);
  writeCases(sample);
  writeSubjects(sample);
  writeMeetings(sample);
  writeNotes(sample);
  writeReport(sample, today);
  return sample;
}
