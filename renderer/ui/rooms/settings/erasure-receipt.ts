import { useState } from 'react';
import type { TFunction } from 'i18next';
import type { Failure } from '../../../../core/result.ts';
import type { PreparedErasure } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { dayInWords, dayOf, timeInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { useSaveFile } from './save-file.ts';

/** The receipt as a page for people, the signed block below. */
export function receiptAsText({ receipt, block }: PreparedErasure, say: TFunction<'laptop'>): string {
  const { name, fingerprint, at, order, compartments, erased, undelivered } = receipt;
  return [
    say('erase.receipt-title'),
    '',
    say('erase.receipt-person', { name }),
    say('erase.receipt-device', { fingerprint }),
    say('erase.receipt-at', { at: `${dayInWords(dayOf(at))}, ${timeInWords(at)}` }),
    compartments === null ? say('erase.receipt-all') : say('erase.receipt-some', { count: compartments.length }),
    say('erase.receipt-what', { records: erased.records, drafts: erased.drafts }),
    say('erase.receipt-undelivered', { count: undelivered }),
    order === null ? say('erase.receipt-own') : say('erase.receipt-order', { order }),
    '',
    say('erase.receipt-block'),
    '',
    block,
    '',
  ].join('\r\n');
}

/** Signs the receipt while there still is a key, and saves it where the person says. */
export function useErasureReceipt() {
  const say = useWords('laptop');
  const engine = useEngine();
  const file = useSaveFile();
  const [failure, setFailure] = useState<Failure | null>(null);
  const saveReceipt = (prepared: PreparedErasure) =>
    file.save({
      purpose: 'erasure-receipt',
      suggestedName: say('erase.receipt-file', { day: dayInWords(dayOf(prepared.receipt.at)) }),
      bytes: new TextEncoder().encode(receiptAsText(prepared, say)),
    });
  const prepareAndSave = async () => {
    const prepared = await engine.devices.prepareErasure();
    setFailure(prepared.ok ? null : prepared.failure);
    if (prepared.ok) await saveReceipt(prepared.value);
  };
  return { saved: file.name, failure: failure ?? file.failure, prepareAndSave, saveReceipt };
}
