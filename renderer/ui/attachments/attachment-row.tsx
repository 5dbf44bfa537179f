import { ActionIcon, Button, Progress } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { Attachment } from '../../../core/records/parts.ts';
import type { Failure } from '../../../core/result.ts';
import type { EngineEvent, Whereabouts } from '../../engine/api.ts';
import { useEngine, useEngineEvents } from '../engine-client/engine-context.tsx';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { dayInWords } from '../words/dates.ts';
import { joined } from '../words/joined.ts';
import { useWords } from '../words/words.ts';
import { AttachmentDetails } from './attachment-details.tsx';
import type { AttachmentsSectionProps } from './attachments-section.tsx';
import { kindInWords, sizeInWords } from './file-words.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import classes from './attachments.module.css';

export interface AttachmentRowProps extends Pick<AttachmentsSectionProps, 'kind' | 'record' | 'level' | 'safeguards'> {
  readonly attachment: Attachment;
  readonly where: Whereabouts | null;
  readonly onCame: () => void;
  readonly onChange?: (change: Partial<Attachment>) => void;
  readonly onRemove?: () => void;
}

/** One file: what it is, whether it is here, and what can be done with it. */
export function AttachmentRow(props: AttachmentRowProps) {
  const { attachment, where, onRemove } = props;
  const say = useWords('attachments');
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState<'save' | 'open' | null>(null);
  const fetching = useFetching(props);
  const { name } = attachment;
  return (
    <li className={classes['item']}>
      <div className={classes['row']}>
        <span className={classes['name']}>{name}</span>
        <span className={classes['acts']}>
          {where === 'here' ? (
            <>
              <Button size="compact-xs" variant="subtle" aria-label={say('openOne', { name })} onClick={() => setLeaving('open')}>{say('open')}</Button>
              <Button size="compact-xs" variant="subtle" aria-label={say('saveOne', { name })} onClick={() => setLeaving('save')}>{say('save')}</Button>
            </>
          ) : where === null || props.record === null ? null : fetching.share === null ? (
            <Button size="compact-xs" aria-label={say('fetchOne', { name })} onClick={() => void fetching.begin()}>{say(where === 'partly' ? 'fetchRest' : 'fetch')}</Button>
          ) : (
            <Button size="compact-xs" variant="subtle" aria-label={say('stopOne', { name })} onClick={fetching.stop}>{say('stop')}</Button>
          )}
          <Button size="compact-xs" variant="subtle" aria-expanded={open} aria-label={say('detailsOne', { name })} onClick={() => setOpen(!open)}>{say('details')}</Button>
          {onRemove === undefined ? null : (
            <ActionIcon variant="subtle" aria-label={say('removeOne', { name })} onClick={onRemove}>×</ActionIcon>
          )}
        </span>
        <span className={classes['facts']}>{useFacts(props)}</span>
      </div>
      {fetching.share === null ? null : <Progress value={fetching.share * 100} size={4} radius={0} aria-label={say('fetching', { name })} transitionDuration={100} />}
      {fetching.failure === null ? null : <ErrorSentence failure={fetching.failure} />}
      {open ? <AttachmentDetails {...props} /> : null}
      {leaving === null ? null : <LeaveDialog {...props} how={leaving} onEnd={() => setLeaving(null)} />}
    </li>
  );
}

function useFacts({ attachment, where }: AttachmentRowProps): string {
  const say = useWords('attachments');
  const { name, size, receivedFrom, receivedOn, evidence, handOvers } = attachment;
  const from = receivedFrom === '' ? '' : receivedOn === null ? say('from', { who: receivedFrom }) : say('fromOn', { who: receivedFrom, day: dayInWords(receivedOn) });
  return joined(
    kindInWords(name),
    sizeInWords(size),
    where === 'elsewhere' ? say('elsewhere') : where === 'partly' ? say('partly') : '',
    from,
    evidence === 'not-said' ? '' : say(`evidence.${evidence}`),
    handOvers.length === 0 ? '' : say('handedOver', { count: handOvers.length }),
  );
}

function useFetching({ attachment, record, onCame }: AttachmentRowProps) {
  const engine = useEngine();
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const id = attachment.file?.id;
  useEngineEvents(
    useCallback((event: EngineEvent) => {
      if (event.type === 'file' && event.name === id) setShare((now) => (now === null ? null : event.done / Math.max(1, event.total)));
    }, [id]),
  );
  const begin = async () => {
    if (attachment.file === null || record === null) return;
    setFailure(null);
    setShare(0);
    const answer = await engine.files.fetch(record, attachment.file);
    setShare(null);
    onCame();
    if (!answer.ok && answer.failure.code !== 'cancelled') setFailure(answer.failure);
  };
  return { share, failure, begin, stop: () => (id === undefined ? undefined : void engine.files.stop(id)) };
}
