import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RecordId } from '../../../../core/ids.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { Section } from '../../kit/section.tsx';
import { TransferRows } from '../../registers/transfer-rows.tsx';
import { useWords } from '../../words/words.ts';

const few = 5;
const most = 1000;

/** To whom this record went, from the register of transfers; nothing where it never left. */
export function WhereItWent({ record }: { record: RecordId }) {
  const say = useWords('history');
  const [count, setCount] = useState(few);
  const query = { words: '', from: null, to: null, acts: [], record, sort: { by: 'at', descending: true } } as const;
  const answer = useEngineQueryKept(['registers', 'transfers', 'of', record, count], (engine) => engine.registers.transfers(query, { from: 0, count })).data;
  if (answer === undefined || answer.total === 0) return null;
  return (
    <Section title={say('went')} count={answer.total} acts={answer.total > answer.rows.length ? <Button variant="subtle" onClick={() => setCount(most)}>{say('wentMore')}</Button> : null}>
      <TransferRows label={say('went')} rows={answer.rows} />
    </Section>
  );
}
