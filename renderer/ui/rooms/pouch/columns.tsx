import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Reason } from '../../../../core/clearance/decision.ts';
import type { HeldRow, PouchRow } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { bandOf, useMarkingOf } from '../../kit/marking-band.ts';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { pathOfRecord, paths } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { joined } from '../../words/joined.ts';
import { actOn, reasonInWords } from '../../words/reasons.ts';
import { useWords } from '../../words/words.ts';
import classes from './pouch.module.css';

export function Goes({ rows }: { rows: readonly PouchRow[] }) {
  const say = useWords('pouch');
  const records = useWords('records');
  return (
    <Section title={say('goes')} count={rows.length}>
      {rows.length === 0 ? <p className={classes['none']}>{say('goes-none')}</p> : null}
      <RowList label={say('goes')}>
        {rows.map((row) => (
          <ListRow
            key={`${row.record} ${row.level}`}
            to={pathOfRecord(row.kind, row.record)}
            level={row.level}
            title={row.title || say('untitled')}
            facts={joined(records(`kinds.${row.kind}`), row.jwg, say('changes', { count: row.changes }))}
            aside={<MarkingBadge level={row.level} />}
          />
        ))}
      </RowList>
    </Section>
  );
}

export function Stays({ rows, lowered }: { rows: readonly HeldRow[]; lowered: boolean }) {
  const say = useWords('pouch');
  return (
    <Section title={say('stays')} count={rows.length}>
      {rows.length === 0 ? <p className={classes['none']}>{say('stays-none')}</p> : null}
      {rows.some(waitsForNetwork) ? <p className={classes['none']}>{say('by-itself')}</p> : null}
      <ul aria-label={say('stays')}>
        {rows.map((row) => (
          <Held key={`${row.record} ${row.level}`} row={row} lowered={lowered} />
        ))}
      </ul>
    </Section>
  );
}

function waitsForNetwork(row: HeldRow): boolean {
  return row.reasons.every((reason) => actOn(reason) === 'change-channel');
}

function Held({ row, lowered }: { row: HeldRow; lowered: boolean }) {
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
        {row.reasons.map((reason) => (
          <Why key={reason.code} reason={reason} row={row} lowered={lowered} />
        ))}
      </ul>
    </li>
  );
}

/** One sentence on why, and what the person may do about it. */
function Why({ reason, row, lowered }: { reason: Reason; row: HeldRow; lowered: boolean }) {
  const say = useWords('pouch');
  const sentence = reasonInWords(reason, useWords('reasons'));
  const act = actOn(reason);
  return (
    <li className={classes['reason']}>
      {sentence}{' '}
      {act === 'open-record' || act === 'finish-draft' ? (
        <Link href={pathOfRecord(row.kind, row.record)}>{say(`act.${act}`)}</Link>
      ) : act === 'renew-profile' ? (
        <Link href={paths.settings}>{say('act.renew-profile')}</Link>
      ) : act === 'change-channel' ? (
        lowered && <TrustAgain />
      ) : (
        <span className={classes['what']}>{say(`act.${act}`)}</span>
      )}
    </li>
  );
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
