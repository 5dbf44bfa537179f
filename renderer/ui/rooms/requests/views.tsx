import { roomOfKind } from '../../kit/paths.ts';
import { ViewLinks } from '../../kit/view-links.tsx';
import { useWords } from '../../words/words.ts';

const views = ['list', 'board', 'ageing'] as const;

/** The three ways of looking at the same requests. */
export function RequestViews({ view }: { view: (typeof views)[number] }) {
  const say = useWords('requests');
  const links = views.map((one) => ({ path: one === 'list' ? roomOfKind.request : `${roomOfKind.request}/${one}`, words: say(`views.${one}`), here: one === view }));
  return <ViewLinks label={say('views.label')} links={links} />;
}
