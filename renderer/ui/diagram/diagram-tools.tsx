import { ActionIcon, Button, Menu } from '@mantine/core';
import { Link } from 'wouter';
import type { RecordId } from '../../../core/ids.ts';
import { useCommand } from '../kit/commands.ts';
import { paths } from '../kit/paths.ts';
import { useWords } from '../words/words.ts';
import type { DiagramCanvas } from './canvas/open-canvas.ts';
import type { Diagram } from './use-diagram.ts';
import type { DiagramActs } from './use-diagram-acts.ts';
import classes from './diagram.module.css';

export interface DiagramToolsProps {
  readonly diagram: Diagram;
  readonly chosen: readonly RecordId[];
  readonly acts: DiagramActs;
  /** `null` until it is drawn. */
  readonly canvas: DiagramCanvas | null;
  readonly whole: boolean;
  readonly onExport: () => void;
}

/** Above the drawing: what can be written, how it stands, how near one looks, how it leaves. */
export function DiagramTools({ diagram, chosen, acts, canvas, whole, onExport }: DiagramToolsProps) {
  const say = useWords('diagram');
  const { of, graph, hidden, isArranging } = diagram;
  const subjects = chosen.filter((record) => graph.subjects.some((one) => one.record === record));
  const isHidden = graph.subjects.length === 0;
  useCommand('export', onExport, { enabled: !isHidden });
  return (
    <div className={classes['tools']} role="group" aria-label={say('tools')}>
      <Button onClick={() => void acts.addSubject()}>{say('acts.addSubject')}</Button>
      <Button disabled={isHidden} onClick={() => void acts.draw(subjects)}>{say(subjects.length === 2 ? 'acts.drawBetween' : 'acts.draw')}</Button>
      {subjects.length < 2 ? null : <Button onClick={() => acts.hide(subjects.filter((record) => record !== of.record))}>{say('acts.hideChosen')}</Button>}
      {hidden.size === 0 ? null : <Button onClick={diagram.showAll}>{say('acts.showAll', { count: hidden.size })}</Button>}
      <Menu>
        <Menu.Target>
          <Button disabled={isHidden} loading={isArranging}>{say('arrange.label')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => diagram.arrange('links')}>{say('arrange.links')}</Menu.Item>
          <Menu.Item onClick={() => diagram.arrange('rows')}>{say('arrange.rows')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span className={classes['zoom']}>
        <ActionIcon disabled={canvas === null} aria-label={say('zoom.out')} title={say('zoom.keys')} onClick={() => canvas?.zoom(0.8)}>−</ActionIcon>
        <ActionIcon disabled={canvas === null} aria-label={say('zoom.in')} title={say('zoom.keys')} onClick={() => canvas?.zoom(1.25)}>+</ActionIcon>
        <Button variant="subtle" disabled={canvas === null} onClick={() => canvas?.fit()}>{say('zoom.fit')}</Button>
      </span>
      {whole ? null : <Button variant="subtle" component={Link} href={paths.diagram(of.kind, of.record)}>{say('acts.whole')}</Button>}
      <Button disabled={isHidden} onClick={onExport}>{say('acts.export')}</Button>
    </div>
  );
}
