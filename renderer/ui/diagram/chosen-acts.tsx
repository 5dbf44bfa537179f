import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { GraphRelation, GraphSubject } from '../../../core/diagram/link-graph.ts';
import { pathOfRecord } from '../kit/paths.ts';
import { useWords } from '../words/words.ts';
import type { Diagram } from './use-diagram.ts';
import type { DiagramActs } from './use-diagram-acts.ts';
import classes from './diagram.module.css';

/** What can be done with a subject that is chosen. */
export function SubjectActs({ subject, diagram, acts }: { subject: GraphSubject; diagram: Diagram; acts: DiagramActs }) {
  const say = useWords('diagram');
  const { record, leadsTo, outside } = subject;
  const isRoot = diagram.of.record === record;
  return (
    <div className={classes['acts']}>
      <Button component={Link} href={pathOfRecord('subject', record)}>{say('acts.open')}</Button>
      <Button onClick={() => acts.write('subject', record)}>{say('acts.edit')}</Button>
      <Button onClick={() => void acts.draw([record])}>{say('acts.drawFrom')}</Button>
      {leadsTo === 0 ? null : <Button onClick={() => diagram.expand(record)}>{say('acts.expand', { count: leadsTo })}</Button>}
      {diagram.expanded.has(record) && !isRoot ? <Button onClick={() => diagram.fold(record)}>{say('acts.fold')}</Button> : null}
      {outside && diagram.of.kind === 'case' ? <Button onClick={() => void acts.takeIn(record)}>{say('acts.takeIn')}</Button> : null}
      {isRoot ? null : <Button onClick={() => acts.hide([record])}>{say('acts.hide')}</Button>}
    </div>
  );
}

/** What can be done with a relation that is chosen. */
export function RelationActs({ relation: { record }, acts }: { relation: GraphRelation; acts: DiagramActs }) {
  const say = useWords('diagram');
  return (
    <div className={classes['acts']}>
      <Button onClick={() => acts.write('relation', record)}>{say('acts.edit')}</Button>
      <Button component={Link} href={pathOfRecord('relation', record)}>{say('acts.open')}</Button>
      <Button onClick={() => void acts.bin(record)}>{say('acts.bin')}</Button>
    </div>
  );
}
