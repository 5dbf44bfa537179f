import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../../core/result.ts';
import type { PreparedErasure } from '../../../engine/api.ts';
import { useMe, useRunningEngine } from '../../engine-client/engine-context.tsx';
import { useOpenFile } from '../../gate/open-file.ts';
import { useConfirm } from '../../kit/confirm-dialog.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Facts } from '../../kit/facts.tsx';
import { Notice } from '../../kit/notice.tsx';
import { numberInWords } from '../../words/numbers.ts';
import { useWords } from '../../words/words.ts';
import { useErasureReceipt } from './erasure-receipt.ts';
import classes from './settings.module.css';
import { TaskPage } from './task-page.tsx';

/** An order of the organisation to this laptop: looked at, its receipt saved, carried out. */
export function EraseOrderPage() {
  const say = useWords('laptop');
  const { engine } = useRunningEngine();
  const order = useOpenFile('erase-order');
  const [prepared, setPrepared] = useState<PreparedErasure | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = async () => {
    const file = await order.open();
    if (file === null) return;
    const inspected = await engine.devices.inspectOrder(file.bytes);
    setPrepared(inspected.ok ? inspected.value : null);
    setFailure(inspected.ok ? null : inspected.failure);
  };
  const shown = failure ?? order.failure;
  return (
    <TaskPage title={say('order.title')} about={say('order.about')}>
      <div>
        <Button onClick={() => void open()}>{say('order.open')}</Button>
      </div>
      {shown === null ? null : <ErrorSentence failure={shown} />}
      {prepared === null ? null : <Order key={prepared.block} prepared={prepared} />}
    </TaskPage>
  );
}

function Order({ prepared }: { prepared: PreparedErasure }) {
  const say = useWords('laptop');
  const running = useRunningEngine();
  const confirm = useConfirm();
  const me = useMe();
  const receipt = useErasureReceipt();
  const [missed, setMissed] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { erased, compartments, undelivered } = prepared.receipt;
  const carryOut = async () => {
    setMissed(true);
    if (receipt.saved === null) return;
    if (!(await confirm({ title: say('order.ask-title'), body: say('order.ask'), confirm: say('order.act'), loss: true }))) return;
    const done = await running.engine.devices.carryOutOrder();
    // When it is done the engine says so, and the page leaves by itself.
    if (!done.ok) setFailure(done.failure);
  };
  const shown = failure ?? receipt.failure;
  return (
    <>
      <p>{say('order.signed', { organisation: me?.organisation ?? '' })}</p>
      <Facts facts={[[say('order.compartments'), compartments === null ? say('order.everything') : numberInWords(compartments.length)], [say('erase.records'), numberInWords(erased.records)], [say('erase.drafts'), numberInWords(erased.drafts)]]} />
      {erased.records === 0 ? <p>{say('order.nothing')}</p> : null}
      {undelivered === 0 ? null : <Notice>{say('erase.undelivered-words', { count: undelivered })}</Notice>}
      <div className={classes['body']}>
        <p>{say('erase.receipt-about')}</p>
        <Button onClick={() => void receipt.saveReceipt(prepared)}>{say('erase.receipt')}</Button>
        <span role="status">{receipt.saved === null ? '' : say('erase.receipt-saved', { name: receipt.saved })}</span>
        {missed && receipt.saved === null ? <p className={classes['loss']} role="alert">{say('erase.receipt-first')}</p> : null}
        {shown === null ? null : <ErrorSentence failure={shown} />}
        <Button variant="filled" color="red" onClick={() => void carryOut()}>
          {say('order.act')}
        </Button>
      </div>
    </>
  );
}
