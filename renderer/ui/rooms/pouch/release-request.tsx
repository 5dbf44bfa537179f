import { Button, Checkbox, NumberInput, Radio, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { MarkingId } from '../../../../core/ids.ts';
import type { FieldPath } from '../../../../core/ledger/change.ts';
import { natureOf } from '../../../../core/records/field-nature.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
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
      <h2 className={classes['askedBy']}>{say('release.asks', { who: asker.name, count: request.items.length })}</h2>
      <div className={classes['about']}>
      <Facts
        facts={[
          [say('release.from'), joined(asker.name, placeInWords(`${asker.country} ${asker.institution}`))],
          [say('release.to'), `${request.group}: ${listed(receivers)}`],
          [say('release.made'), instantInWords(request.at)],
        ]}
      />
      </div>
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
  const shown = written.filter((one) => one.text !== item.title);
  return (
    <li className={classes['held']} data-band={bandOf(marking)}>
      <p className={classes['aboutTitle']}>{item.title || say('untitled')}</p>
      <p className={classes['facts']}>{joined(marking.short, records(`kinds.${item.kind}`), item.aboutPersons ? say('release.about-persons') : '')}</p>
      <div className={classes['would']}>
        <Facts facts={shown.map(({ field, label, text }) => [label, <Written key={field} text={text} long={isLong(item.kind, field)} />] as const)} />
      </div>
      {item.files === 0 ? null : <p className={classes['what']}>{say('release.files', { count: item.files })}</p>}
    </li>
  );
}

/** Prose is read as prose; a line stays a line. */
function Written({ text, long }: { readonly text: string; readonly long: boolean }) {
  return <span className={classes[long ? 'prose' : 'lines']}>{text}</span>;
}

function isLong(kind: RecordKind, field: FieldPath): boolean {
  const type = natureOf(kind, field)?.type;
  return type === 'rich-text' || type === 'text';
}

/** The three answers, with what each needs; signed at a press, and saved as a file for the one who asked. */
function Decision({ request, onDone }: { readonly request: ReleaseRequestView; readonly onDone: () => void }) {
  const say = useWords('pouch');
  const engine = useEngine();
  const [type, setType] = useState<ReleaseDecision['type']>('batch');
  const [remark, setRemark] = useState('');
  const [ahead, setAhead] = useState<Ahead>({ upTo: request.level, aboutPersons: false, days: 30 });
  const [missed, setMissed] = useState(false);
  const choices = ['batch', ...(request.mayStand ? (['standing'] as const) : []), 'refusal'] as const;
  const { failure, saved, save } = useReleaseFile<ReleaseFile>();
  const sign = async () => {
    setMissed(true);
    if (type === 'refusal' && remark.trim() === '') return;
    const answer = type === 'refusal' ? { type, remark } : type === 'standing' ? { type, ...ahead } : { type };
    // Put away without a place for the file: the answer stands among those given, and can be saved there.
    if ((await save(engine.departures.release.answer(answer))) === 'kept') onDone();
  };
  if (saved !== null) {
    return (
      <Notice act={<Button onClick={onDone}>{say('release.done')}</Button>}>{say('release.give-file', { file: saved.name, who: request.asker.name })}</Notice>
    );
  }
  return (
    <Section title={say('release.your-answer')}>
      <div className={`${classes['form']} ${classes['answer']}`}>
        <Radio.Group label={say('release.answer')} value={type} onChange={(value) => setType(choices.find((one) => one === value) ?? 'batch')}>
          <div className={classes['choices']}>
            {choices.map((value) => (
              <Radio key={value} value={value} label={say(`release.choice.${value}`, { who: request.asker.name })} />
            ))}
          </div>
        </Radio.Group>
        {type === 'standing' ? <AheadFields ahead={ahead} onChange={setAhead} /> : null}
        {type === 'refusal' ? <RemarkField remark={remark} missed={missed} onChange={setRemark} /> : null}
        <p className={classes['what']}>{say('release.signed')}</p>
        {failure === null ? null : <ErrorSentence failure={failure} />}
        <div className={classes['formActs']}>
          <Button onClick={onDone}>{say('release.later')}</Button>
          <Button variant="filled" onClick={() => void sign()}>
            {say(`release.sign.${type}`)}
          </Button>
        </div>
      </div>
    </Section>
  );
}

type Ahead = Omit<Extract<ReleaseDecision, { type: 'standing' }>, 'type'>;

/** What a decision for a time ahead reaches. */
function AheadFields({ ahead, onChange }: { readonly ahead: Ahead; readonly onChange: (ahead: Ahead) => void }) {
  const say = useWords('pouch');
  const markings = useMarkings();
  return (
    <>
      <div className={classes['pair']}>
        <Select
          label={say('release.up-to')}
          data={markings.map((one) => ({ value: one.id as string, label: one.short }))}
          value={ahead.upTo}
          allowDeselect={false}
          onChange={(value) => onChange({ ...ahead, upTo: (value ?? ahead.upTo) as MarkingId })}
        />
        <NumberInput label={say('release.days')} min={1} max={183} value={ahead.days} onChange={(value) => onChange({ ...ahead, days: Number(value) || 1 })} />
      </div>
      <Checkbox label={say('release.persons-too')} checked={ahead.aboutPersons} onChange={(event) => onChange({ ...ahead, aboutPersons: event.currentTarget.checked })} />
    </>
  );
}

function RemarkField({ remark, missed, onChange }: { readonly remark: string; readonly missed: boolean; readonly onChange: (remark: string) => void }) {
  const say = useWords('pouch');
  return (
    <Textarea
      label={say('release.remark')} maxLength={2000} autosize minRows={2} value={remark}
      error={missed && remark.trim() === '' ? say('release.remark-first') : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
