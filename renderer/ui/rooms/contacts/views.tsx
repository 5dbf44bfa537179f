import { roomOfKind } from '../../kit/paths.ts';
import { ViewLinks } from '../../kit/view-links.tsx';
import { useWords } from '../../words/words.ts';

const views = ['list', 'call', 'duplicates'] as const;

/** The ways of looking at contacts. */
export function ContactViews({ view }: { view: (typeof views)[number] }) {
  const say = useWords('contacts');
  const links = views.map((one) => ({ path: one === 'list' ? roomOfKind.contact : `${roomOfKind.contact}/${one}`, words: say(`views.${one}`), here: one === view }));
  return <ViewLinks label={say('views.label')} links={links} />;
}
