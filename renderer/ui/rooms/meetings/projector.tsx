import { Button } from '@mantine/core';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ItemKey } from '../../../../core/ids.ts';
import { useStaysOpen } from '../../kit/stays-open.ts';
import { useWords } from '../../words/words.ts';
import { LineEntry } from './line-entry.tsx';
import { inOrder, numbersOf, type MeetingForm } from './meeting-form.ts';
import { LineText } from './taken-lines.tsx';
import classes from './projector.module.css';

/**
 * For the wall: the open item and what has been decided, never notes or other cases. The idle lock
 * leaves it standing while minutes are being taken.
 */
export function Projector({ form, onEnd }: { form: UseFormReturn<MeetingForm>; onEnd: () => void }) {
  const say = useWords('meetings');
  const agenda = inOrder(form.watch('agenda'));
  const lines = form.watch('lines');
  const numbers = numbersOf(agenda, lines);
  const [open, setOpen] = useState<ItemKey | null>(form.getValues('typing').item);
  const at = Math.max(0, agenda.findIndex((one) => one.key === open));
  const item = agenda[at];
  useStaysOpen(true);
  return (
    <div
      className={classes['projector']}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEnd();
        if (!event.ctrlKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
        event.preventDefault();
        setOpen(agenda[at + (event.key === 'ArrowDown' ? 1 : -1)]?.key ?? open);
      }}
    >
      <Button className={classes['end'] ?? ''} onClick={onEnd}>
        {say('acts.endProjector')}
      </Button>
      {item === undefined ? null : (
        <>
          <h1>{`${String(at + 1)}. ${item.title}`}</h1>
          {(['decision', 'action'] as const).map((type) => {
            const shown = inOrder(lines.filter((line) => line.item === item.key && line.type === type));
            return shown.length === 0 ? null : (
              <section key={type} aria-label={say(type === 'decision' ? 'live.decided' : 'live.actionsSoFar')}>
                <h2>{say(type === 'decision' ? 'live.decided' : 'live.actionsSoFar')}</h2>
                {shown.map((line) => (
                  <LineText key={line.key} line={line} number={numbers.get(line.key)} />
                ))}
              </section>
            );
          })}
          <LineEntry key={item.key} ref={null} form={form} item={item} />
        </>
      )}
    </div>
  );
}
