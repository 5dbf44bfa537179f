import { Link } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import type { CaseFiles, RecordView } from '../../../engine/api.ts';
import { AttachmentsSection } from '../../attachments/attachments-section.tsx';
import { RecordAttachments } from '../../attachments/record-attachments.tsx';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useKindWords } from '../../words/kind-words.ts';

/** The files of the records of a case, its own left out. */
export function useCaseFiles(record: RecordId): readonly CaseFiles[] {
  return useEngineQuery(['records', 'any', 'files of', record], (engine) => engine.notebook.filesOf(record)).data ?? [];
}

/** All files of a case: its own, where more can be added, and those of each of its records. */
export function CaseFilesPart({ view }: { view: RecordView<'case'> }) {
  const found = useCaseFiles(view.record);
  useShownMarking(found.map((one) => one.level));
  return (
    <>
      <RecordAttachments view={view} />
      {found.map((one) => (
        <AttachmentsSection key={one.record} kind={one.kind} record={one.record} level={one.level} safeguards={one.safeguards} value={one.attachments} title={<RecordLink one={one} />} />
      ))}
    </>
  );
}

function RecordLink({ one }: { one: CaseFiles }) {
  const words = useKindWords(one.kind);
  return (
    <>
      {words.one}: <Link href={pathOfRecord(one.kind, one.record)}>{one.title === '' ? words.untitled : one.title}</Link>
    </>
  );
}
