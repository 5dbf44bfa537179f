import { Button, Checkbox, MultiSelect, Radio, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JwgId, NetworkId } from '../../../../core/ids.ts';
import type { Failure } from '../../../../core/result.ts';
import type { CarriedOut, CarryChoice, CarryPreview, Medium, TakenIn } from '../../../engine/api.ts';
import { bridge } from '../../engine-client/bridge.ts';
import { useEngine, useEngineQuery, useSurroundings } from '../../engine-client/engine-context.tsx';
import type { Engine } from '../../engine-client/start-engine.ts';
import { handOutRegistered } from '../../kit/hand-out.ts';
import { Disclosure } from '../../kit/disclosure.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Section } from '../../kit/section.tsx';
import { useWords } from '../../words/words.ts';
import { Stays } from './columns.tsx';
import { CarriedResult, TakenResult } from './by-hand-result.tsx';
import classes from './pouch.module.css';

type Outcome = { readonly was: 'carried'; readonly carried: CarriedOut; readonly name: string } | { readonly was: 'taken'; readonly taken: TakenIn } | { readonly was: 'failed'; readonly failure: Failure };

/** The pouch as a file on a stick: what would go onto it, what stays, and what comes off one. */
export function ByHand() {
  const say = useWords('byHand');
  const engine = useEngine();
  const media = useEngineQuery(['surroundings', 'media'], (asked) => asked.carrying.media()).data;
  const [choice, setChoice] = useState<CarryChoice>({ medium: null, groups: null, what: 'unconfirmed', files: true });
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);
  const act = async (work: () => Promise<Outcome | null>) => {
    setBusy(true);
    setOutcome(null);
    setOutcome(await work().catch((): Outcome => ({ was: 'failed', failure: { code: 'broken' } })));
    setBusy(false);
  };
  if (media === undefined) return null;
  return (
    <Section title={say('title')}>
      <p className={classes['none']}>{say('about')}</p>
      <Disclosure title={say('choose')} now={say(media.length === 0 ? 'noMedia' : 'open')}>
        {media.length === 0 ? <p className={classes['none']}>{say('noMediaLong')}</p> : <Choices media={media} choice={choice} onChange={setChoice} />}
        {choice.medium === null ? null : <Preview choice={choice} />}
        <div className={classes['byHandActs']}>
          <Button disabled={choice.medium === null} loading={busy} onClick={() => void act(() => takeInFile(engine, choice.medium))}>{say('takeIn')}</Button>
          <Button variant="filled" disabled={choice.medium === null} loading={busy} onClick={() => void act(() => carryOutFile(engine, choice))}>{say('carryOut')}</Button>
        </div>
        <div role="status">
          {outcome?.was === 'carried' ? <CarriedResult carried={outcome.carried} name={outcome.name} /> : null}
          {outcome?.was === 'taken' ? <TakenResult taken={outcome.taken} /> : null}
        </div>
        {outcome?.was === 'failed' ? <ErrorSentence failure={outcome.failure} /> : null}
      </Disclosure>
    </Section>
  );
}

async function carryOutFile(engine: Engine, choice: CarryChoice): Promise<Outcome | null> {
  const carried = await engine.carrying.carryOut(choice);
  if (!carried.ok) return { was: 'failed', failure: carried.failure };
  const { transfer, suggestedName, file } = carried.value;
  const out = await handOutRegistered(engine, transfer, { purpose: 'pouch', suggestedName, bytes: new Uint8Array(file) });
  // What was sealed for it is in the outbox: nothing is lost by changing one's mind.
  if (out.done === 'not') return null;
  return out.done === 'failed' ? { was: 'failed', failure: out.failure } : { was: 'carried', carried: carried.value, name: out.name };
}

async function takeInFile(engine: Engine, medium: CarryChoice['medium']): Promise<Outcome | null> {
  const opened = await bridge().call('file:open', { purpose: 'pouch' });
  if (opened === null) return null;
  if ('failure' in opened) return { was: 'failed', failure: { code: opened.failure } };
  const taken = await engine.carrying.takeIn(opened.bytes, medium);
  return taken.ok ? { was: 'taken', taken: taken.value } : { was: 'failed', failure: taken.failure };
}

function Choices({ media, choice, onChange }: { media: readonly Medium[]; choice: CarryChoice; onChange: (choice: CarryChoice) => void }) {
  const say = useWords('byHand');
  const groups = useSurroundings()?.jwgs ?? [];
  const inWords = ({ name, accreditation }: Medium) => say('medium', { name, level: accreditation === null ? say('nothing') : accreditation.short });
  return (
    <div className={classes['byHand']}>
      <Select
        label={say('which')}
        description={say('whichHelp')}
        placeholder={say('whichNone')}
        data={media.map((one) => ({ value: one.id as string, label: inWords(one) }))}
        value={choice.medium}
        onChange={(medium) => onChange({ ...choice, medium: medium as NetworkId | null })}
      />
      <MultiSelect
        label={say('groups')}
        placeholder={choice.groups === null ? say('allGroups') : ''}
        data={groups.map((one) => ({ value: one.id as string, label: one.shortName }))}
        value={[...(choice.groups ?? [])]}
        onChange={(chosen) => onChange({ ...choice, groups: chosen.length === 0 ? null : (chosen as JwgId[]) })}
      />
      <Radio.Group label={say('what')} value={choice.what} onChange={(what) => onChange({ ...choice, what: what === 'everything' ? 'everything' : 'unconfirmed' })}>
        <div className={classes['byHandWhat']}>
          <Radio value="unconfirmed" label={say('unconfirmed')} />
          <Radio value="everything" label={say('everything')} />
        </div>
      </Radio.Group>
      <Checkbox label={say('files')} checked={choice.files} onChange={(event) => onChange({ ...choice, files: event.currentTarget.checked })} />
    </div>
  );
}

function Preview({ choice }: { choice: CarryChoice }) {
  const say = useWords('byHand');
  const engine = useEngine();
  const preview = useQuery({ queryKey: ['pouch', 'by-hand', JSON.stringify(choice)], queryFn: () => engine.carrying.preview(choice), gcTime: 0 }).data;
  if (preview === undefined) return null;
  return (
    <div>
      <p data-testid="by-hand-preview">{inWords(preview, say)}</p>
      {preview.stays.length === 0 ? null : <Stays rows={preview.stays} lowered={false} />}
    </div>
  );
}

function inWords({ goes, stays, sealedBefore, forwarded }: CarryPreview, say: ReturnType<typeof useWords<'byHand'>>): string {
  if (goes.length + sealedBefore + forwarded === 0) return say(stays.length === 0 ? 'previewNothing' : 'previewAllStays');
  return [
    goes.length === 0 ? '' : say('previewGoes', { count: goes.length }),
    sealedBefore === 0 ? '' : say('previewSealed', { count: sealedBefore }),
    forwarded === 0 ? '' : say('previewForwarded', { count: forwarded }),
  ]
    .filter((one) => one !== '')
    .join(' ');
}
