import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { RecordId } from '../../../core/ids.ts';
import { useShownMarking } from '../kit/shown-marking.ts';
import { useWords } from '../words/words.ts';
import type { DiagramCanvas } from './canvas/open-canvas.ts';
import { DiagramDrawing } from './diagram-canvas.tsx';
import { DiagramList, NoSubjects } from './diagram-list.tsx';
import type { DiagramOf } from './diagram-of.ts';
import { DiagramTools } from './diagram-tools.tsx';
import { useDiagramWords } from './diagram-words.ts';
import { canvasContent, writtenIn } from './drawn-words.ts';
import { ExportDialog } from './export-dialog.tsx';
import { interfaceFace, measureInFace, useLetters } from './measured-text.ts';
import { RecordPanel } from './record-panel.tsx';
import { useDiagram, type Diagram } from './use-diagram.ts';
import { useDiagramActs, type DiagramGround, type Written } from './use-diagram-acts.ts';
import classes from './diagram.module.css';

export interface LinkDiagramProps {
  readonly of: DiagramOf;
  /** What the case or the subject is called: the title of what is exported. */
  readonly title: string;
  /** What new subjects and relations begin with; the level is that of the case or the subject. */
  readonly ground: DiagramGround;
  /** It has the whole window. */
  readonly whole?: boolean;
}

/** How subjects hang together: drawn, and said in a list beside it; written and drawn on without leaving it. */
export function LinkDiagram(props: LinkDiagramProps) {
  const diagram = useDiagram(props.of);
  return diagram === undefined ? null : <ShownDiagram key={props.of.record} {...props} diagram={diagram} />;
}

type ShownProps = LinkDiagramProps & { readonly diagram: Diagram };

function ShownDiagram({ of, title, ground, whole, diagram }: ShownProps) {
  const { graph } = diagram;
  const [picked, choose] = useState<readonly RecordId[]>([]);
  const [written, write] = useState<Written | null>(null);
  const [canvas, setCanvas] = useState<DiagramCanvas | null>(null);
  const [exporting, setExporting] = useState(false);
  const side = useRef<HTMLDivElement>(null);
  const chosen = useStillThere(picked, diagram);
  const acts = useDiagramActs(diagram, ground, write, choose);
  useShownMarking([...graph.subjects, ...graph.relations].map((one) => one.level));
  const close = (saved: RecordId | null) => {
    write(null);
    if (saved !== null) choose([saved]);
    // Where the form closes, the keyboard goes on at the list.
    side.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || chosen.length === 0 || (event.target as HTMLElement).matches('input')) return;
    event.preventDefault();
    choose([]);
  };
  const isEmpty = graph.subjects.length === 0 && diagram.hidden.size === 0;
  return (
    <div className={classes['diagram']} data-whole={whole === true || undefined} onKeyDown={press}>
      {isEmpty ? null : <DiagramTools diagram={diagram} chosen={chosen} acts={acts} canvas={canvas} whole={whole === true} onExport={() => setExporting(true)} />}
      <div className={classes['body']}>
        <div ref={side} className={classes['side']} tabIndex={-1}>
          {written !== null ? (
            <RecordPanel key={'record' in written ? written.record : written.draft} written={written} onClose={close} />
          ) : isEmpty ? (
            <NoSubjects onAdd={() => void acts.addSubject()} gone={of.kind === 'subject'} />
          ) : (
            <DiagramList diagram={diagram} chosen={chosen} onChoose={choose} acts={acts} />
          )}
        </div>
        {isEmpty ? null : <Drawing diagram={diagram} title={title} chosen={chosen} onChoose={choose} onCanvas={setCanvas} />}
      </div>
      {isEmpty ? null : <Legend diagram={diagram} />}
      {exporting ? <ExportDialog diagram={diagram} title={title} level={ground.level} onEnd={() => setExporting(false)} /> : null}
    </div>
  );
}

/** Of what was chosen, what the diagram still shows. */
function useStillThere(picked: readonly RecordId[], { graph }: Diagram): readonly RecordId[] {
  return useMemo(() => {
    const there = new Set([...graph.subjects, ...graph.relations].map((one) => one.record));
    return picked.filter((one) => there.has(one));
  }, [picked, graph]);
}

interface DrawingProps {
  readonly diagram: Diagram;
  readonly title: string;
  readonly chosen: readonly RecordId[];
  readonly onChoose: (records: readonly RecordId[]) => void;
  readonly onCanvas: (canvas: DiagramCanvas | null) => void;
}

function Drawing({ diagram, title, chosen, onChoose, onCanvas }: DrawingProps) {
  const say = useWords('diagram');
  const words = useDiagramWords();
  const { graph, places, round, move, expand } = diagram;
  const ready = useLetters(writtenIn(graph, words));
  // Measured anew once the letters are there: lines break elsewhere then.
  const content = useMemo(() => canvasContent(graph, places, words, measureInFace(ready ? interfaceFace() : 'sans-serif')), [graph, places, words, ready]);
  const label = say('drawing.label', { title, subjects: say('subjects', { count: graph.subjects.length }), relations: say('relations', { count: graph.relations.length }) });
  return (
    <DiagramDrawing content={content} ready={ready} chosen={chosen} round={round} label={label} help={say('drawing.help')} onChoose={onChoose} onMoved={move} onExpand={expand} onCanvas={onCanvas} />
  );
}

/** What the lines mean, in words. */
function Legend({ diagram }: { diagram: Diagram }) {
  const say = useWords('diagram');
  return (
    <p className={classes['legend']}>
      <span className={classes['fact']}>{say('legend.fact')}</span>
      <span className={classes['assessment']}>{say('legend.assessment')}</span>
      {diagram.graph.subjects.some((one) => one.outside) ? <span className={classes['outside']}>{say('legend.outside')}</span> : null}
      {diagram.graph.subjects.some((one) => one.leadsTo > 0) ? <span>{say('legend.leadsTo')}</span> : null}
    </p>
  );
}
