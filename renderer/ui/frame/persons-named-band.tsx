import type { DraftId } from '../../../core/ids.ts';
import { useEngineQuery } from '../engine-client/engine-context.tsx';
import { useDraftsOnScreen, useNamedInWords } from '../kit/persons-named.ts';
import { useShownMarking } from '../kit/shown-marking.ts';
import classes from './frame.module.css';

/** Warns, while one writes, of a name that must stand nowhere; above the status line, so that the text does not jump. */
export function PersonsNamedBand() {
  const drafts = useDraftsOnScreen();
  return (
    <div className={classes['named']} role="status" data-testid="persons-named">
      {drafts.map((draft) => (
        <NamedInDraft key={draft} draft={draft} />
      ))}
    </div>
  );
}

function NamedInDraft({ draft }: { draft: DraftId }) {
  const inWords = useNamedInWords();
  const persons = useEngineQuery(['protection', draft], (engine) => engine.protection.ofDraft(draft)).data ?? [];
  useShownMarking(persons.map((one) => one.level));
  return persons.length === 0 ? null : <p>{inWords(persons)}</p>;
}
