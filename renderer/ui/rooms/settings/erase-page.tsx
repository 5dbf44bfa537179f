import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Failure } from '../../../../core/result.ts';
import { useEngineQuery, useRunningEngine } from '../../engine-client/engine-context.tsx';
import { startAfterErasure } from '../../gate/erased.ts';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Facts } from '../../kit/facts.tsx';
import { Notice } from '../../kit/notice.tsx';
import { paths } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { dayInWords, dayOf } from '../../words/dates.ts';
import { numberInWords } from '../../words/numbers.ts';
import { useWords } from '../../words/words.ts';
import { useErasureReceipt } from './erasure-receipt.ts';
import classes from './settings.module.css';
import { TaskPage } from './task-page.tsx';

export function EraseSection() {
  const say = useWords('laptop');
  return (
    <Section title={say('erase.section')}>
      <div className={classes['body']}>
        <p className={classes['prose']}>{say('erase.section-about')}</p>
        <div className={classes['acts']}>
          <Button component={Link} href={paths.settingsPart('erase')}>
            {say('erase.begin')}
          </Button>
          <Button component={Link} href={paths.settingsPart('erase-order')}>
            {say('erase.order')}
          </Button>
        </div>
      </div>
    </Section>
  );
}

/** What would be lost, the receipt, the word, and then everything goes, keys first. */
export function ErasePage() {
  const say = useWords('laptop');
  const { receipt, typed, setTyped, isTyped, missed, erasing, failure, erase } = useErasing();
  return (
    <TaskPage title={say('erase.title')} about={say('erase.about')}>
      <WhatGoes />
      <Section title={say('erase.step-receipt')}>
        <div className={classes['body']}>
          <p>{say('erase.receipt-about')}</p>
          <div className={classes['acts']}>
            <Button onClick={() => void receipt.prepareAndSave()}>{say('erase.receipt')}</Button>
            <span role="status">{receipt.saved === null ? '' : say('erase.receipt-saved', { name: receipt.saved })}</span>
          </div>
          {missed && receipt.saved === null ? <p className={classes['loss']} role="alert">{say('erase.receipt-first')}</p> : null}
        </div>
      </Section>
      <Section title={say('erase.step-type')}>
        <div className={classes['form']}>
          <TextInput
            mt="sm"
            label={say('erase.type', { word: say('erase.word') })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={missed && !isTyped ? say('erase.word-first', { word: say('erase.word') }) : undefined}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
      </Section>
      <Section title={say('erase.step-erase')}>
        <div className={classes['body']}>
          {failure === null ? null : <ErrorSentence failure={failure} />}
          <Button variant="filled" color="red" onClick={() => void erase()} disabled={erasing}>
            {say(erasing ? 'erase.erasing' : 'erase.act')}
          </Button>
        </div>
      </Section>
    </TaskPage>
  );
}

/** Nothing is erased before the receipt is saved and the word is typed. */
function useErasing() {
  const say = useWords('laptop');
  const running = useRunningEngine();
  const receipt = useErasureReceipt();
  const [typed, setTyped] = useState('');
  const [missed, setMissed] = useState(false);
  const [erasing, setErasing] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isTyped = typed.trim().toUpperCase() === say('erase.word');
  const erase = async () => {
    setMissed(true);
    if (receipt.saved === null || !isTyped || erasing) return;
    setErasing(true);
    const erased = await running.engine.devices.erase();
    if (erased.ok) return startAfterErasure(running);
    setErasing(false);
    setFailure(erased.failure);
  };
  return { receipt, typed, setTyped, isTyped, missed, erasing, failure: failure ?? receipt.failure, erase };
}

function WhatGoes() {
  const say = useWords('laptop');
  const held = useEngineQuery(['pouch', 'held'], (engine) => engine.devices.held()).data;
  const backup = useEngineQuery(['today', 'backup'], (engine) => engine.devices.backupStanding()).data;
  if (held === undefined) return null;
  return (
    <>
      <Facts facts={[[say('erase.records'), numberInWords(held.records)], [say('erase.drafts'), numberInWords(held.drafts)], [say('erase.undelivered'), numberInWords(held.undelivered)]]} />
      {held.undelivered === 0 ? null : (
        <Notice
          act={
            <Button component={Link} href={paths.pouch}>
              {say('erase.deliver-first')}
            </Button>
          }
        >
          {say('erase.undelivered-words', { count: held.undelivered })} {held.onHold === 0 ? null : say('erase.on-hold', { count: held.onHold })}
        </Notice>
      )}
      {backup === undefined || held.records === 0 ? null : (
        <Notice
          act={
            <Button component={Link} href={paths.settingsPart('backup')}>
              {say('notices.backup')}
            </Button>
          }
        >
          {backup.last === null ? say('erase.no-backup') : say('erase.old-backup', { day: dayInWords(dayOf(backup.last)) })}
        </Notice>
      )}
    </>
  );
}
