import { Link } from 'wouter';
import type { Whose } from '../../../../core/report/count.ts';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../words/words.ts';
import { reportPaths } from './address.ts';

/** Records that say no project count for neither; where they are. */
export function UnsaidNotice({ count, period, whose }: { count: number; period: string; whose?: Whose }) {
  const say = useWords('report');
  if (count === 0) return null;
  return <Notice act={<Link href={reportPaths.unsaid(period, whose)}>{say('unsaidLook')}</Link>}>{say('unsaid', { count })}</Notice>;
}
