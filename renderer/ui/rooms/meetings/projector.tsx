import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ItemKey, MarkingId } from '../../../../core/ids.ts';
import { MarkingStrip } from '../../kit/marking-badge.tsx';
import { useStaysOpen } from '../../kit/stays-open.ts';
import { useWords } from '../../words/words.ts';
import { inOrder } from '../../kit/keyed-items.ts';
import { numbersOf } from '../../../../core/meetings/line-numbers.ts';
import { LineEntry } from './line-entry.tsx';
import type { MeetingForm } from './meeting-form.ts';
import { LineText } from './taken-lines.tsx';
import classes from './projector.module.css';

export interface ProjectorProps {
  readonly form: UseFormReturn<MeetingForm>;
  readonly level: MarkingId;
  readonly onEnd: () => void;
}

/**
 * For the wall: the open item and what has been decided, over everything else, so that no list of
 * notes or cases stands beside it. The idle lock leaves it standing while minutes are being taken.
 */
export function Projector({ form, level, onEnd }: ProjectorProps) {
  const say = useWords('meetings');
  const agenda = inOrder(form.watch('agenda'));
  const [open, setOpen] = useState<ItemKey | null>(form.getValues('typing').item);
  const sheet = useRef<HTMLDialogElement>(null);
  const entry = useRef<HTMLTextAreaElement>(null);
  const at = Math.max(0, agenda.findIndex((one) => one.key === open));
  const item = agenda[at];
  useStaysOpen('meeting');
  useEffect(() => sheet.current?.showModal(), []);
  useEffect(() => entry.current?.focus(), [item?.key]);
  return (
    <dialog
      ref={sheet}
      className={classes['sheet']}
      aria-label={say('acts.projector')}
      onClose={onEnd}
      onKeyDown={(event) => {
        // Escape closes this sheet and nothing beneath it.
        if (event.key === 'Escape') event.stopPropagation();
        if (!(event.ctrlKey || event.metaKey) || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
        event.preventDefault();
        setOpen(agenda[at + (event.key === 'ArrowDown' ? 1 : -1)]?.key ?? item?.key ?? null);
      }}
    >
      <MarkingStrip levels={[level]} empty="" />
      <div className={classes['projector']}>
        {item === undefined ? null : (
          <>
            <h1>{`${String(at + 1)}. ${item.title}`}</h1>
            <Decided form={form} item={item.key} />
            <LineEntry key={item.key} ref={entry} form={form} item={item} />
          </>
        )}
      </div>
      <Button className={classes['end'] ?? ''} onClick={() => sheet.current?.close()}>
        {say('acts.endProjector')}
      </Button>
    </dialog>
  );
}

/** What has been decided under the open item, and who does what. */
function Decided({ form, item }: { form: UseFormReturn<MeetingForm>; item: ItemKey }) {
  const say = useWords('meetings');
  const lines = form.watch('lines');
  const numbers = numbersOf({ agenda: form.getValues('agenda'), lines });
  return (['decision', 'action'] as const).map((type) => {
    const shown = inOrder(lines.filter((line) => line.item === item && line.type === type));
    const title = say(type === 'decision' ? 'live.decided' : 'live.actionsSoFar');
    return shown.length === 0 ? null : (
      <section key={type} aria-label={title}>
        <h2>{title}</h2>
        {shown.map((line) => (
          <LineText key={line.key} line={line} number={numbers.get(line.key)} />
        ))}
      </section>
    );
  });
}
