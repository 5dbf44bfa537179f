import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../../core/ids.ts';
import type { HeldRow } from '../../../engine/api.ts';
import { DayInput } from '../../kit/day-field.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { RecordButtons } from './record-buttons.tsx';
import classes from './pouch.module.css';
import { useRecord } from './use-record.ts';

const articles = ['36-adequacy', '37-safeguards', '38-derogation'] as const;

/** The ground on which personal data goes to third countries. */
export function GroundForm({ row, onClose }: { readonly row: HeldRow; readonly onClose: () => void }) {
  const say = useWords('pouch');
  const records = useWords('records');
  const [article, setArticle] = useState<(typeof articles)[number] | null>(null);
  const [explanation, setExplanation] = useState('');
  const [on, setOn] = useState<Day | null>(() => today());
  const [asked, setAsked] = useState(false);
  const { failure, record } = useRecord(row, onClose);
  const needed = (missing: boolean) => (asked && missing ? say('recording.needed') : undefined);
  const noDay = on === null ? needed(true) : on > today() ? say('recording.future') : undefined;
  const save = () => {
    setAsked(true);
    if (article === null || explanation.trim() === '' || on === null) return;
    void record({ act: 'record-ground', article, explanation, on });
  };
  return (
    <div className={classes['form']}>
      <p className={classes['what']}>{say('recording.ground.help')}</p>
      <Select
        label={say('recording.ground.article')}
        data={articles.map((one) => ({ value: one, label: records(`safeguards.articles.${one}`) }))}
        value={article}
        withAsterisk
        data-autofocus
        error={needed(article === null)}
        onChange={setArticle}
      />
      <TextInput label={say('recording.ground.explanation')} value={explanation} maxLength={300} withAsterisk error={needed(explanation.trim() === '')} onChange={(event) => setExplanation(event.currentTarget.value)} />
      <DayInput label={say('recording.ground.on')} day={on} onChange={setOn} {...(noDay === undefined ? {} : { error: noDay })} />
      {failure === null ? null : <ErrorSentence failure={failure} />}
      <RecordButtons save={say('recording.ground.save')} onClose={onClose} onSave={save} />
    </div>
  );
}
