import { useState } from 'react';
import type { HeldRow, PouchRow } from '../../../engine/api.ts';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { joined } from '../../words/joined.ts';
import { actOn } from '../../words/reasons.ts';
import { useWords } from '../../words/words.ts';
import { AskRelease } from './ask-release.tsx';
import { Held } from './held.tsx';
import classes from './pouch.module.css';
import { RecordAct, type Recording } from './record-act.tsx';

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
  const [recording, setRecording] = useState<Recording | null>(null);
  return (
    <Section title={say('stays')} count={rows.length}>
      {rows.length === 0 ? <p className={classes['none']}>{say('stays-none')}</p> : null}
      {rows.some(waitsForNetwork) ? <p className={classes['none']}>{say('by-itself')}</p> : null}
      <AskRelease rows={rows} />
      <ul aria-label={say('stays')}>
        {rows.map((row) => (
          <Held key={`${row.record} ${row.level}`} row={row} lowered={lowered} onRecord={(reason) => setRecording({ row, reason })} />
        ))}
      </ul>
      <RecordAct recording={recording} onClose={() => setRecording(null)} />
    </Section>
  );
}

function waitsForNetwork(row: HeldRow): boolean {
  return row.reasons.every((reason) => actOn(reason) === 'change-channel');
}
