import cytoscape, { type Collection, type Core, type ElementDefinition, type EventObject, type NodeSingular } from 'cytoscape';
import type { RecordId } from '../../../../core/ids.ts';
import type { Place, Places } from '../../../../core/diagram/places.ts';
import type { SubjectSchema } from '../../../../core/diagram/link-graph.ts';
import { signOf } from '../../../../core/diagram/subject-signs.ts';
import { styleNonce } from '../../theme/style-nonce.ts';
import { canvasLook, readTokens } from './canvas-look.ts';

export interface CanvasNode {
  readonly record: RecordId;
  readonly place: Place;
  readonly schema: SubjectSchema;
  readonly outside: boolean;
  /** Its name in lines, and beneath it what it is. */
  readonly words: string;
}

export interface CanvasEdge {
  readonly record: RecordId;
  readonly from: RecordId;
  readonly to: RecordId;
  readonly words: string;
  readonly isFact: boolean;
  readonly bend: number;
}

export interface CanvasContent {
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly CanvasEdge[];
}

/** What the canvas tells of what the person does in it. */
export interface CanvasListener {
  onSelect(records: readonly RecordId[]): void;
  /** Subjects were dragged to other places. */
  onMoved(places: Places): void;
  /** A subject was pressed twice. */
  onExpand(record: RecordId): void;
}

export interface DiagramCanvas {
  show(content: CanvasContent): void;
  select(records: readonly RecordId[]): void;
  /** Brings a subject or a relation into sight, without moving more than that takes. */
  reveal(record: RecordId): void;
  zoom(by: number): void;
  /** All of it, no larger than the text of the interface. */
  fit(): void;
  pan(x: number, y: number): void;
  /** After another appearance. */
  restyle(): void;
  close(): void;
}

const largest = 3;
const smallest = 0.08;
const margin = 36;

/** Draws a link diagram into an element. Loaded when the first diagram is opened. */
export function openCanvas(container: HTMLElement, listener: CanvasListener): DiagramCanvas {
  announceStyle();
  const cy = cytoscape({
    container,
    style: [...canvasLook(readTokens(container))],
    minZoom: smallest,
    maxZoom: largest,
    // The wheel scrolls the page; with Ctrl it zooms (zoomByWheel).
    userZoomingEnabled: false,
    boxSelectionEnabled: true,
    selectionType: 'single',
    // With hundreds of subjects, what moves is drawn without its words.
    hideEdgesOnViewport: false,
    textureOnViewport: true,
    pixelRatio: 'auto',
  });
  const told = listen(cy, listener);
  const stopWheel = zoomByWheel(cy, container);
  const watch = new ResizeObserver(() => cy.resize());
  watch.observe(container);
  return {
    show: (content) => put(cy, content),
    select: (records) => told.quietly(() => choose(cy, records)),
    reveal: (record) => reveal(cy, record),
    zoom: (by) => zoomAt(cy, by, { x: cy.width() / 2, y: cy.height() / 2 }),
    fit: () => fit(cy),
    pan: (x, y) => void cy.panBy({ x, y }),
    restyle: () => void cy.style([...canvasLook(readTokens(container))]),
    close: () => {
      watch.disconnect();
      stopWheel();
      cy.destroy();
    },
  };
}

/**
 * Cytoscape adds one rule for its container unless a style of this name is there. The policy of the
 * page refuses a style without the nonce, so the rule is there before.
 */
function announceStyle(): void {
  const id = '__________cytoscape_stylesheet';
  if (document.getElementById(id) !== null) return;
  const style = document.createElement('style');
  style.id = id;
  style.nonce = styleNonce();
  style.textContent = '.__________cytoscape_container { position: relative; }';
  document.head.prepend(style);
}

/** Tells what the person chooses and moves, and not what is chosen for them. */
function listen(cy: Core, { onSelect, onMoved, onExpand }: CanvasListener) {
  let quiet = false;
  const nodeOf = ({ target }: EventObject) => target as NodeSingular;
  // One press unselects some and selects others, and several are dragged together: told once, when that is over.
  const tellChoice = onceOver(() => onSelect(cy.$(':selected').map((one) => one.id() as RecordId)));
  const dragged = new Map<RecordId, Place>();
  const tellMoved = onceOver(() => {
    onMoved(new Map(dragged));
    dragged.clear();
  });
  cy.on('select unselect', () => {
    if (!quiet) tellChoice();
  });
  cy.on('dragfree', 'node', (event) => {
    const node = nodeOf(event);
    dragged.set(node.id() as RecordId, placeOf(node.position()));
    tellMoved();
  });
  cy.on('dbltap', 'node', (event) => onExpand(nodeOf(event).id() as RecordId));
  return {
    quietly: (work: () => void) => {
      quiet = true;
      work();
      quiet = false;
    },
  };
}

/** Runs something once after however many calls in one turn. */
function onceOver(run: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      run();
    });
  };
}

function placeOf({ x, y }: Place): Place {
  return { x: Math.round(x), y: Math.round(y) };
}

function choose(cy: Core, records: readonly RecordId[]): void {
  const wanted = new Set<string>(records);
  cy.batch(() => {
    cy.$(':selected').filter((one) => !wanted.has(one.id())).unselect();
    for (const record of records) cy.getElementById(record).select();
  });
}

/** Makes the canvas hold exactly this: what stays keeps its selection. */
function put(cy: Core, { nodes, edges }: CanvasContent): void {
  const wanted = new Set<string>([...nodes, ...edges].map((one) => one.record));
  cy.batch(() => {
    cy.elements().filter((one) => !wanted.has(one.id())).remove();
    const missing: ElementDefinition[] = [];
    for (const { record, place, ...rest } of nodes) {
      const data = { ...rest, id: record, outline: signOf(rest.schema).outline };
      const known = cy.getElementById(record);
      if (known.empty()) missing.push({ group: 'nodes', data, position: { ...place } });
      else known.data(data).position({ ...place });
    }
    for (const { record, from, to, ...rest } of edges) {
      const data = { ...rest, id: record, source: from, target: to };
      const known = cy.getElementById(record);
      // A relation that leads elsewhere now is another line.
      if (!known.empty() && known.data('source') === from && known.data('target') === to) known.data(data);
      else {
        known.remove();
        missing.push({ group: 'edges', data });
      }
    }
    cy.add(missing);
  });
}

function zoomAt(cy: Core, by: number, at: Place): void {
  cy.zoom({ level: Math.min(largest, Math.max(smallest, cy.zoom() * by)), renderedPosition: { ...at } });
}

function zoomByWheel(cy: Core, container: HTMLElement): () => void {
  const turn = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = container.getBoundingClientRect();
    zoomAt(cy, 1.0015 ** -event.deltaY, { x: event.clientX - box.left, y: event.clientY - box.top });
  };
  container.addEventListener('wheel', turn, { passive: false });
  return () => container.removeEventListener('wheel', turn);
}

/** 1 at the usual size of text, 2 at 200 %. */
function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}

function fit(cy: Core): void {
  if (cy.nodes().empty()) return;
  cy.fit(cy.elements(), margin);
  const scale = textScale();
  if (cy.zoom() <= scale) return;
  cy.zoom(scale);
  cy.center(cy.elements());
}

function reveal(cy: Core, record: RecordId): void {
  const one: Collection = cy.getElementById(record);
  if (one.empty()) return;
  const box = one.renderedBoundingBox({ includeOverlays: false });
  const moved = (low: number, high: number, size: number) => (low < margin ? margin - low : high > size - margin ? size - margin - high : 0);
  const [x, y] = [moved(box.x1, box.x2, cy.width()), moved(box.y1, box.y2, cy.height())];
  if (x !== 0 || y !== 0) cy.panBy({ x, y });
}
