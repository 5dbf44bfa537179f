import { Link } from 'wouter';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { Notice } from '../../kit/notice.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import type { RecordEditing } from '../../kit/record-page/record-editing.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';

/** Said while a new contact is typed: somebody like this is here already. */
export function ProbablyKnown({ editing: { form, record } }: { editing: RecordEditing<'contact'> }) {
  const say = useWords('contacts');
  const [name, institution, numbers, emails] = form.watch(['name', 'institution', 'numbers', 'emails']);
  const written = name.trim().length < 2 || record !== null ? null : { name, institution, numbers, emails };
  const like = useEngineQueryKept(['records', 'contact', 'known', JSON.stringify(written)], (engine) => (written === null ? Promise.resolve(null) : engine.contacts.known(written))).data;
  if (written === null || like === undefined || like === null) return null;
  return (
    <Notice>
      {say('known')} <Link href={pathOfRecord('contact', like.record)}>{joined(like.title, like.value.institution)}</Link>
    </Notice>
  );
}
