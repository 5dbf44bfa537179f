import { Checkbox } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ExportReason } from '../../../core/clearance/export.ts';
import { useWords } from '../words/words.ts';
import classes from './attachments.module.css';

/** Why a file may not leave, and what a person may confirm. */
export function LeaveReasons({ reasons, h3Confirmed, onConfirm }: { reasons: readonly ExportReason[]; h3Confirmed: boolean; onConfirm: (yes: boolean) => void }) {
  const say = useWords('attachments');
  const needsH3 = h3Confirmed || reasons.some((one) => one.code === 'handling-h3');
  return (
    <>
      {reasons.length === 0 ? null : (
        <div role="alert">
          <p>{say('refused.title')}</p>
          <ul className={classes['reasons']}>
            {reasons.map((one) => (
              <li key={JSON.stringify(one)}>{inWords(one, say)}</li>
            ))}
          </ul>
        </div>
      )}
      {needsH3 ? <Checkbox label={say('confirmH3')} checked={h3Confirmed} onChange={(event) => onConfirm(event.currentTarget.checked)} /> : null}
    </>
  );
}

function inWords(reason: ExportReason, say: TFunction<'attachments'>): string {
  switch (reason.code) {
    case 'handling-h1':
    case 'handling-h2':
      return say(`refused.${reason.code}`, { provider: reason.provider === '' ? say('refused.theProvider') : reason.provider });
    case 'handling-h3':
      return say('refused.handling-h3', { restriction: reason.restriction });
    case 'not-releasable':
      return say('refused.not-releasable', { originator: reason.originator === '' ? say('refused.theOriginator') : reason.originator, outside: reason.outside.join(', ') });
    case 'no-transfer-ground':
    case 'limite':
      return say(`refused.${reason.code}`);
  }
}
