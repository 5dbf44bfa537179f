import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Reason } from '../../../../core/clearance/decision.ts';
import type { HeldRow } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { bandOf, useMarkingOf } from '../../kit/marking-band.ts';
import { pathOfRecord, paths } from '../../kit/paths.ts';
import { joined } from '../../words/joined.ts';
import { actOn, reasonInWords, type ReasonAct } from '../../words/reasons.ts';
import { useWords } from '../../words/words.ts';
import classes from './pouch.module.css';

interface HeldProps {
  readonly row: HeldRow;
  /** The person lowered the channel, and could trust it again. */
  readonly lowered: boolean;
  readonly onRecord: (reason: Reason) => void;
}

/** A row that stays: what it is, and why, what the person can do something about first. */
export function Held({ row, lowered, onRecord }: HeldProps) {
  const say = useWords('pouch');
  const records = useWords('records');
  const marking = useMarkingOf()(row.level);
  return (
    <li className={classes['held']} data-band={bandOf(marking)}>
      <Link href={pathOfRecord(row.kind, row.record)} className={classes['heldTitle'] ?? ''}>
        {row.title || say('untitled')}
      </Link>
      <p className={classes['facts']}>{joined(marking.short, records(`kinds.${row.kind}`), row.jwg, say('changes', { count: row.changes }))}</p>
      <ul className={classes['reasons']}>
        {row.reasons.map((reason, at) => (
          // Several H2 or H3 codes give several reasons of one code; their order is the policy's.
          <Why key={`${reason.code} ${String(at)}`} reason={reason} row={row} lowered={lowered} onRecord={onRecord} />
        ))}
      </ul>
    </li>
  );
}

/** One sentence on why, and what the person may do about it. */
function Why({ reason, row, lowered, onRecord }: HeldProps & { readonly reason: Reason }) {
  const sentence = reasonInWords(reason, useWords('reasons'));
  return (
    <li className={classes['reason']}>
      {sentence} <Act act={actOn(reason)} row={row} lowered={lowered} onRecord={() => onRecord(reason)} />
    </li>
  );
}

function Act({ act, row, lowered, onRecord }: { readonly act: ReasonAct; readonly row: HeldRow; readonly lowered: boolean; readonly onRecord: () => void }) {
  const say = useWords('pouch');
  switch (act) {
    case 'open-record':
    case 'finish-draft':
      return <Link href={pathOfRecord(row.kind, row.record)}>{say(`act.${act}`)}</Link>;
    case 'renew-profile':
      return <Link href={paths.settings}>{say('act.renew-profile')}</Link>;
    case 'change-channel':
      return lowered ? <TrustAgain /> : null;
    case 'ask-release':
      // Asked for the whole group at once, above the rows.
      return null;
    case 'ask-secretariat':
    case 'none':
      return <span className={classes['what']}>{say(`act.${act}`)}</span>;
    case 'confirm-h3':
    case 'permit-dissemination':
    case 'record-consent':
    case 'record-ground':
      return (
        <Button size="compact-xs" onClick={onRecord}>
          {say(`act.${act}`)}
        </Button>
      );
  }
}

function TrustAgain() {
  const say = useWords('pouch');
  const engine = useEngine();
  const client = useQueryClient();
  const trust = async () => {
    await engine.pouch.lower(null);
    await client.invalidateQueries({ queryKey: ['pouch'] });
  };
  return (
    <Button size="compact-xs" onClick={() => void trust()}>
      {say('act.trust-again')}
    </Button>
  );
}
