import { Modal } from '@mantine/core';
import type { Reason } from '../../../../core/clearance/decision.ts';
import type { HeldRow } from '../../../engine/api.ts';
import { useMarkingOf } from '../../kit/marking-band.ts';
import { placeInWords } from '../../words/reasons.ts';
import { useWords } from '../../words/words.ts';
import { ConfirmH3 } from './confirm-h3.tsx';
import { ConsentForm } from './consent-form.tsx';
import { GroundForm } from './ground-form.tsx';
import classes from './pouch.module.css';
import { listed } from '../../words/language.ts';

/** What the person records about a held row, and why it was held. */
export interface Recording {
  readonly row: HeldRow;
  readonly reason: Reason;
}

const titles = { 'handling-h3': 'h3', 'handling-h2': 'h2', 'not-releasable': 'consent', 'no-transfer-ground': 'ground' } as const;

function titleOf(code: Reason['code']): (typeof titles)[keyof typeof titles] {
  return code in titles ? titles[code as keyof typeof titles] : 'ground';
}

/** The one dialog in which a consent, a permission, a ground or a confirmation is recorded. */
export function RecordAct({ recording, onClose }: { readonly recording: Recording | null; readonly onClose: () => void }) {
  const say = useWords('pouch');
  const words = useWords('kit');
  return (
    <Modal
      opened={recording !== null}
      onClose={onClose}
      size="lg"
      title={recording === null ? '' : say(`recording.${titleOf(recording.reason.code)}.title`)}
      closeButtonProps={{ 'aria-label': words('close') }}
      attributes={{ header: { role: 'presentation' } }}
    >
      {recording === null ? null : (
        <>
          <About row={recording.row} />
          <Form recording={recording} onClose={onClose} />
        </>
      )}
    </Modal>
  );
}

function About({ row }: { readonly row: HeldRow }) {
  const say = useWords('pouch');
  const marking = useMarkingOf()(row.level);
  const recipients = row.recipients.map((one) => placeInWords(`${one.country} ${one.institution}`));
  return (
    <div className={classes['about']}>
      <p className={classes['aboutTitle']}>{say('recording.of', { title: row.title || say('untitled'), level: marking.short })}</p>
      {recipients.length === 0 ? null : (
        <p className={classes['what']}>
          {say('recording.recipients', { jwg: row.jwg ?? '', recipients: listed(recipients) })}
        </p>
      )}
    </div>
  );
}

function Form({ recording: { row, reason }, onClose }: { readonly recording: Recording; readonly onClose: () => void }) {
  const countries = (places: readonly string[]) => [...new Set(places.map((one) => one.slice(0, 3)))];
  if (reason.code === 'handling-h3') return row.group === null ? null : <ConfirmH3 row={row} group={row.group} restriction={reason.restriction} onClose={onClose} />;
  if (reason.code === 'handling-h2') {
    return <ConsentForm row={row} act="permit-dissemination" by={reason.provider} recipients={countries(row.recipients.map((one) => one.country))} onClose={onClose} />;
  }
  if (reason.code === 'not-releasable') return <ConsentForm row={row} act="record-consent" by={reason.originator} recipients={countries(reason.outside)} onClose={onClose} />;
  return <GroundForm row={row} onClose={onClose} />;
}
