import { Link } from 'wouter';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../words/words.ts';
import { reportPaths } from './address.ts';

/** Records that say no project count for neither; where they are. */
export function UnsaidNotice({ count, period }: { count: number; period: string }) {
  const say = useWords('report');
  if (count === 0) return null;
  return <Notice act={<Link href={reportPaths.unsaid(period)}>{say('unsaidLook')}</Link>}>{say('unsaid', { count })}</Notice>;
}
