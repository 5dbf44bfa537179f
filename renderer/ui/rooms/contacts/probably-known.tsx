import { Link } from 'wouter';
import { likenessOf } from '../../../../core/contacts/same-contact.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { Notice } from '../../kit/notice.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import type { RecordEditing } from '../../kit/record-page/record-editing.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { identityOf } from './identity-of.ts';

/** Said while a new contact is typed: somebody like this is here already. */
export function ProbablyKnown({ editing: { form, record } }: { editing: RecordEditing<'contact'> }) {
  const say = useWords('contacts');
  const [name, institution, numbers, emails] = form.watch(['name', 'institution', 'numbers', 'emails']);
  const rows = useEngineQuery(['records', 'contact', 'list'], (engine) => engine.notebook.list('contact'), { enabled: record === null }).data ?? [];
  if (record !== null || name.trim().length < 2) return null;
  const like = rows.find((row) => likenessOf({ name, institution, numbers, emails }, identityOf(row)) !== null);
  if (like === undefined) return null;
  return (
    <Notice>
      {say('known')} <Link href={pathOfRecord('contact', like.record)}>{joined(like.title, like.value.institution)}</Link>
    </Notice>
  );
}
