import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Places } from '../../../core/diagram/places.ts';
import type { RecordId } from '../../../core/ids.ts';
import { useSettings } from '../engine-client/engine-context.tsx';
import { useDrawn } from '../theme/appearance.ts';
import type { CanvasContent, CanvasListener, DiagramCanvas } from './canvas/open-canvas.ts';
import classes from './diagram.module.css';

export interface CanvasProps {
  readonly content: CanvasContent;
  /** The letters that it is written in are there: a canvas does not draw again when they come. */
  readonly ready: boolean;
  readonly chosen: readonly RecordId[];
  /** Another number: all of it is brought into sight. */
  readonly round: number;
  /** What those hear who do not see it. */
  readonly label: string;
  readonly help: string;
  readonly onChoose: (records: readonly RecordId[]) => void;
  readonly onMoved: (places: Places) => void;
  readonly onExpand: (record: RecordId) => void;
  /** The canvas once it is there, for the tools beside it. */
  readonly onCanvas: (canvas: DiagramCanvas | null) => void;
}

const step = 60;

/** The drawing. The list beside it says the same and does the same: this is the picture of it. */
export function DiagramDrawing(props: CanvasProps) {
  const { content, ready, chosen, round, label, help } = props;
  const { place, canvas } = useCanvas(props);
  useEffect(() => {
    if (ready) canvas?.show(content);
  }, [canvas, ready, content]);
  useEffect(() => {
    if (ready) canvas?.fit();
  }, [canvas, ready, round]);
  useEffect(() => {
    if (!ready) return;
    canvas?.select(chosen);
    const [only] = chosen;
    if (chosen.length === 1 && only !== undefined) canvas?.reveal(only);
  }, [canvas, ready, content, chosen]);
  const drawn = useDrawn();
  const textSize = useSettings()?.textSize;
  useEffect(() => canvas?.restyle(), [canvas, drawn, textSize]);
  const press = (event: KeyboardEvent) => {
    if (canvas === null || event.ctrlKey || event.metaKey || event.altKey || !act(canvas, event.key)) return;
    event.preventDefault();
  };
  return (
    <div className={classes['drawing']} tabIndex={0} role="group" aria-label={help} onKeyDown={press}>
      <div ref={place} className={classes['canvas']} role="img" aria-label={label} data-testid="link-diagram" />
    </div>
  );
}

/** Arrows move the picture, + and − zoom, 0 shows all of it. */
function act(canvas: DiagramCanvas, key: string): boolean {
  const moves: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => canvas.pan(step, 0),
    ArrowRight: () => canvas.pan(-step, 0),
    ArrowUp: () => canvas.pan(0, step),
    ArrowDown: () => canvas.pan(0, -step),
    '+': () => canvas.zoom(1.25),
    '=': () => canvas.zoom(1.25),
    '-': () => canvas.zoom(0.8),
    '0': () => canvas.fit(),
  };
  moves[key]?.();
  return key in moves;
}

/** Opens the canvas once its element is there; what draws it is loaded only then. */
function useCanvas(props: CanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const [canvas, setCanvas] = useState<DiagramCanvas | null>(null);
  useEffect(() => {
    let opened: DiagramCanvas | null = null;
    let wanted = true;
    const listener: CanvasListener = {
      onSelect: (records) => latest.current.onChoose(records),
      onMoved: (places) => latest.current.onMoved(places),
      onExpand: (record) => latest.current.onExpand(record),
    };
    void import('./canvas/open-canvas.ts').then(({ openCanvas }) => {
      if (!wanted || place.current === null) return;
      opened = openCanvas(place.current, listener);
      setCanvas(opened);
      latest.current.onCanvas(opened);
    });
    return () => {
      wanted = false;
      latest.current.onCanvas(null);
      opened?.close();
    };
  }, []);
  return { place, canvas };
}
