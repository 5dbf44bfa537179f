import { ViewLinks } from '../../kit/view-links.tsx';
import { paths } from '../../kit/paths.ts';
import { useWords } from '../../words/words.ts';

/** What left, beside who looked. */
export function RegisterViews({ view }: { view: 'transfers' | 'consultations' }) {
  const say = useWords('registers');
  return (
    <ViewLinks
      label={say('views')}
      links={[
        { path: paths.transfers, words: say('transfers.title'), here: view === 'transfers' },
        { path: paths.consultations, words: say('log.title'), here: view === 'consultations' },
      ]}
    />
  );
}
