import type { Project } from '../../../../core/records/projects.ts';
import { ViewLinks } from '../../kit/view-links.tsx';
import { useWords } from '../../words/words.ts';
import { everything, reportPaths } from './address.ts';

/** The three ways of looking at what was done. The period goes along. */
export function ReportViews({ view, period, project }: { view: 'activity' | 'logframe' | 'frozen'; period: string; project: Project }) {
  const say = useWords('report');
  const links = [
    { path: reportPaths.activity(period, everything), words: say('views.activity'), here: view === 'activity' },
    { path: reportPaths.logframe(period, project), words: say('views.logframe'), here: view === 'logframe' },
    { path: reportPaths.frozen, words: say('views.frozen'), here: view === 'frozen' },
  ];
  return <ViewLinks label={say('views.label')} links={links} />;
}
