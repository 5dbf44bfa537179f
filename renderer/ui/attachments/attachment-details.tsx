import { ActionIcon, Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../core/ids.ts';
import { evidenceStatuses, type Attachment, type HandOver } from '../../../core/records/parts.ts';
import { DayInput } from '../kit/day-field.tsx';
import { Facts } from '../kit/facts.tsx';
import { dayInWords, today } from '../words/dates.ts';
import { useWords } from '../words/words.ts';
import type { AttachmentRowProps } from './attachment-row.tsx';
import classes from './attachments.module.css';

/** Custody: from whom and when, the hash at intake, whether it may be evidence, who has been given it. */
export function AttachmentDetails({ attachment, onChange }: AttachmentRowProps) {
  const say = useWords('attachments');
  const { name } = attachment;
  return (
    <div className={classes['details']} role="group" aria-label={say('detailsOne', { name })}>
      {onChange === undefined ? <ReadDetails attachment={attachment} /> : <EditDetails attachment={attachment} onChange={onChange} />}
      <Facts facts={[[say('hash'), <code key="hash" className={classes['hash']}>{attachment.sha256}</code>]]} />
      <HandOvers attachment={attachment} {...(onChange === undefined ? {} : { onChange })} />
    </div>
  );
}

function ReadDetails({ attachment }: { attachment: Attachment }) {
  const say = useWords('attachments');
  const { receivedFrom, receivedOn, evidence, evidenceDetail } = attachment;
  return (
    <Facts
      facts={[
        [say('receivedFrom'), receivedFrom],
        [say('receivedOn'), receivedOn === null ? '' : dayInWords(receivedOn)],
        [say('evidenceStatus'), say(`evidence.${evidence}`)],
        [say(`detail.${evidence}`), evidenceDetail],
      ]}
    />
  );
}

interface Editing {
  readonly attachment: Attachment;
  readonly onChange: (change: Partial<Attachment>) => void;
}

function EditDetails({ attachment, onChange }: Editing) {
  const say = useWords('attachments');
  const { receivedFrom, receivedOn, evidence, evidenceDetail } = attachment;
  return (
    <>
      <div className={classes['columns']}>
        <TextInput label={say('receivedFrom')} value={receivedFrom} maxLength={300} onChange={(event) => onChange({ receivedFrom: event.currentTarget.value })} />
        <DayInput label={say('receivedOn')} day={receivedOn} onChange={(day) => onChange({ receivedOn: day })} />
        <Select
          label={say('evidenceStatus')}
          data={evidenceStatuses.map((one) => ({ value: one, label: say(`evidence.${one}`) }))}
          value={evidence}
          allowDeselect={false}
          onChange={(next) => onChange({ evidence: evidenceStatuses.find((one) => one === next) ?? 'not-said' })}
        />
      </div>
      {evidence === 'not-said' || evidence === 'intelligence-only' ? null : (
        <Textarea label={say(`detail.${evidence}`)} value={evidenceDetail} maxLength={20_000} minRows={2} autosize onChange={(event) => onChange({ evidenceDetail: event.currentTarget.value })} />
      )}
    </>
  );
}

function HandOvers({ attachment, onChange }: { attachment: Attachment; onChange?: Editing['onChange'] }) {
  const say = useWords('attachments');
  const { handOvers } = attachment;
  if (onChange === undefined && handOvers.length === 0) return null;
  return (
    <div>
      <h3 className={classes['subhead']}>{say('handOvers')}</h3>
      {handOvers.length === 0 ? <p className={classes['quiet']}>{say('handOversNone')}</p> : null}
      <ol className={classes['handOvers']}>
        {handOvers.map((one, at) => (
          <li key={`${one.to} ${one.on} ${String(at)}`}>
            <span>
              {dayInWords(one.on)}: {one.to}
              {one.why === '' ? null : <span className={classes['facts']}> ({one.why})</span>}
            </span>
            {onChange === undefined ? null : (
              <ActionIcon variant="subtle" aria-label={say('handOverRemove', { who: one.to })} onClick={() => onChange({ handOvers: handOvers.filter((_other, index) => index !== at) })}>
                ×
              </ActionIcon>
            )}
          </li>
        ))}
      </ol>
      {onChange === undefined ? null : <NewHandOver onAdd={(one) => onChange({ handOvers: [...handOvers, one] })} />}
    </div>
  );
}

function NewHandOver({ onAdd }: { onAdd: (one: HandOver) => void }) {
  const say = useWords('attachments');
  const [to, setTo] = useState('');
  const [on, setOn] = useState<Day | null>(today());
  const [why, setWhy] = useState('');
  const add = () => {
    if (to.trim() === '' || on === null) return;
    onAdd({ to: to.trim(), on, why: why.trim() });
    setTo('');
    setWhy('');
  };
  return (
    <div className={classes['newHandOver']}>
      <TextInput label={say('handOverTo')} value={to} maxLength={300} onChange={(event) => setTo(event.currentTarget.value)} />
      <DayInput label={say('handOverOn')} day={on} onChange={setOn} />
      <TextInput label={say('handOverWhy')} value={why} maxLength={300} onChange={(event) => setWhy(event.currentTarget.value)} />
      <Button onClick={add} disabled={to.trim() === '' || on === null}>{say('handOverAdd')}</Button>
    </div>
  );
}
