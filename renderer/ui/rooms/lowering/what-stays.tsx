import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { LeftOutField } from '../../../engine/api.ts';
import { itemNamesOf } from '../../changes/item-names.ts';
import { useValueInWords } from '../../changes/value-in-words.ts';
import { Section } from '../../kit/section.tsx';
import { quoted } from '../../words/joined.ts';
import { useKindWordsOf } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import classes from './lowering.module.css';

/** What a copy at that level cannot hold, each field or item once, with its reason. */
export function WhatStays({ kind, leftOut }: { kind: RecordKind; leftOut: readonly LeftOutField[] }) {
  const say = useWords('lowering');
  const words = useKindWordsOf()(kind);
  const inWords = useValueInWords();
  const names = itemNamesOf(leftOut.map((one) => [one.path, one.value] as const), (field, value) => inWords(kind, field, value));
  const rows = new Map(leftOut.map(({ path, reason }) => [path.split('.').slice(0, 2).join('.'), { path, reason }]));
  const nameOf = (id: string) => {
    const [list = '', key] = id.split('.');
    if (key === undefined) return words.field(id);
    const name = names.get(id);
    return name === undefined ? words.list(list).one : `${words.list(list).one} ${quoted(name)}`;
  };
  return (
    <Section title={say('stays')} count={rows.size}>
      <ul>
        {[...rows].map(([id, { reason }]) => (
          <li key={id} className={classes['stays']}>
            <span className={classes['staysName']}>{nameOf(id)}</span> {say(`reason.${reason}`)}
          </li>
        ))}
        <li className={classes['stays']}>{say('history')}</li>
      </ul>
    </Section>
  );
}
