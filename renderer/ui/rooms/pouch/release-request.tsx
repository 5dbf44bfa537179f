import { Button, Checkbox, NumberInput, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { MarkingId } from '../../../../core/ids.ts';
import type { ReleaseDecision, ReleaseFile, ReleaseRequestView } from '../../../engine/api.ts';
import { itemNamesOf } from '../../changes/item-names.ts';
import { useFieldInWords } from '../../changes/field-in-words.ts';
import { useValueInWords } from '../../changes/value-in-words.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Facts } from '../../kit/facts.tsx';
import { bandOf, useMarkingOf, useMarkings } from '../../kit/marking-band.ts';
import { Notice } from '../../kit/notice.tsx';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { instantInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { placeInWords } from '../../words/reasons.ts';
import { useWords } from '../../words/words.ts';
import classes from './pouch.module.css';
import { useReleaseFile } from './use-release-file.ts';
import { listed } from '../../words/language.ts';

/** Another's request, read whole before it is answered. */
export function ReleaseRequestPage({ request, onDone }: { readonly request: ReleaseRequestView; readonly onDone: () => void }) {
  const say = useWords('pouch');
  useShownMarking(request.items.map((one) => one.level));
  const { asker, recipients } = request;
  const receivers = recipients.map((one) => placeInWords(`${one.country} ${one.institution}`));
  return (
    <>
      <Facts
        facts={[
          [say('release.from'), joined(asker.name, placeInWords(`${asker.country} ${asker.institution}`))],
          [say('release.to'), `${request.group}: ${listed(receivers)}`],
          [say('release.made'), instantInWords(request.at)],
        ]}
      />
      <Section title={say('release.would-go')} count={request.items.length}>
        <ul>
          {request.items.map((item) => (
            <Item key={item.record} item={item} />
          ))}
        </ul>
      </Section>
      <Decision request={request} onDone={onDone} />
    </>
  );
}

function Item({ item }: { readonly item: ReleaseRequestView['items'][number] }) {
  const say = useWords('pouch');
  const records = useWords('records');
  const marking = useMarkingOf()(item.level);
  const fieldInWords = useFieldInWords();
  const valueInWords = useValueInWords();
  const names = itemNamesOf(item.fields.map((one) => [one.field, one.value] as const), (field, value) => valueInWords(item.kind, field, value));
  const written = item.fields
    .map(({ field, value }) => ({ field, label: fieldInWords(item.kind, field, names), text: valueInWords(item.kind, field, value) }))
    .filter((one) => one.text !== '' && !one.field.endsWith('.order'));
  return (
    <li className={classes['held']} data-band={bandOf(marking)}>
      <p className={classes['aboutTitle']}>{item.title || say('untitled')}</p>
      <p className={classes['facts']}>{joined(marking.short, records(`kinds.${item.kind}`), item.aboutPersons ? say('release.about-persons') : '')}</p>
      <dl className={classes['written']}>
        {written.map(({ field, label, text }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function Decision({ request, onDone }: { readonly request: ReleaseRequestView; readonly onDone: () => void }) {
  const say = useWords('pouch');
  const engine = useEngine();
  const [type, setType] = useState<ReleaseDecision['type']>('batch');
  const [remark, setRemark] = useState('');
  const [upTo, setUpTo] = useState<MarkingId>(request.level);
  const [aboutPersons, setAboutPersons] = useState(false);
  const [days, setDays] = useState(30);
  const { failure, saved, save } = useReleaseFile<ReleaseFile>();
  const markings = useMarkings();
  const decision: ReleaseDecision = type === 'refusal' ? { type, remark } : type === 'standing' ? { type, upTo, aboutPersons, days } : { type };
  if (saved !== null) {
    return (
      <Notice act={<Button onClick={onDone}>{say('release.done')}</Button>}>{say('release.give-file', { file: saved.name, who: request.asker.name })}</Notice>
    );
  }
  return (
    <Section title={say('release.your-answer')}>
      <div className={classes['form']}>
        <Select
          label={say('release.answer')}
          data={(['batch', ...(request.mayStand ? ['standing' as const] : []), 'refusal'] as const).map((value) => ({ value, label: say(`release.choice.${value}`, { who: request.asker.name }) }))}
          value={type}
          allowDeselect={false}
          onChange={(value) => setType(value ?? 'batch')}
        />
        {type === 'standing' ? (
          <div className={classes['pair']}>
            <Select label={say('release.up-to')} data={markings.map((one) => ({ value: one.id as string, label: one.short }))} value={upTo} allowDeselect={false} onChange={(value) => setUpTo((value ?? request.level) as MarkingId)} />
            <NumberInput label={say('release.days')} min={1} max={183} value={days} onChange={(value) => setDays(Number(value) || 1)} />
            <Checkbox label={say('release.persons-too')} checked={aboutPersons} onChange={(event) => setAboutPersons(event.currentTarget.checked)} />
          </div>
        ) : null}
        {type === 'refusal' ? <Textarea label={say('release.remark')} maxLength={2000} autosize minRows={2} value={remark} onChange={(event) => setRemark(event.currentTarget.value)} /> : null}
        <p className={classes['what']}>{say('release.signed')}</p>
        {failure === null ? null : <ErrorSentence failure={failure} />}
        <div className={classes['formActs']}>
          <Button onClick={onDone}>{say('release.later')}</Button>
          <Button variant="filled" onClick={() => void save(engine.departures.release.answer(decision))}>
            {say(`release.sign.${type}`)}
          </Button>
        </div>
      </div>
    </Section>
  );
}
