import type { StylesheetStyle } from 'cytoscape';
import { nameSize, nodeRadius, wordsSize } from '../../../../core/diagram/picture.ts';
import { cornersOf, signOf, type NodeOutline } from '../../../../core/diagram/subject-signs.ts';
import { subjectSchemas } from '../../../../core/records/subject.ts';

/** The tokens that the canvas draws with, read from where it stands: light, dark and high contrast are their affair. */
export interface CanvasTokens {
  readonly ink: string;
  readonly quiet: string;
  readonly paper: string;
  readonly accent: string;
  readonly selected: string;
  readonly font: string;
}

export function readTokens(element: HTMLElement): CanvasTokens {
  const computed = getComputedStyle(element);
  const token = (name: string) => computed.getPropertyValue(name).trim();
  return { ink: token('--ink'), quiet: token('--ink-2'), paper: token('--paper'), accent: token('--accent'), selected: token('--selected'), font: computed.fontFamily };
}

const outlines: readonly NodeOutline[] = ['circle', 'square', 'octagon', 'hexagon', 'pentagon', 'diamond'];
/** Corners reach beyond the radius; a polygon's points may not go beyond its box. */
const reach = 1.15;

/** Everything that is drawn, in the words of Cytoscape. The same outlines, sizes and dashes as in the picture that is exported. */
export function canvasLook(tokens: CanvasTokens): readonly StylesheetStyle[] {
  return [...nodeLook(tokens), ...edgeLook(tokens)];
}

function nodeLook({ ink, paper, accent, selected, font }: CanvasTokens): readonly StylesheetStyle[] {
  const look: StylesheetStyle[] = [
    {
      selector: 'node',
      style: {
        'background-color': paper,
        'border-color': ink,
        'border-width': 1.5,
        'background-width': '24px',
        'background-height': '24px',
        label: 'data(words)',
        color: ink,
        'font-family': font,
        'font-size': nameSize,
        'font-weight': 500,
        'line-height': 1.25,
        'text-wrap': 'wrap',
        // Lines are broken before (wrappedLines), so that the exported picture has the same.
        'text-max-width': '400px',
        'text-valign': 'bottom',
        'text-margin-y': 5,
        'text-background-color': paper,
        'text-background-opacity': 0.85,
        'text-background-padding': '2px',
        'text-events': 'yes',
        'min-zoomed-font-size': 5,
        'overlay-opacity': 0,
      },
    },
    { selector: 'node[?outside]', style: { 'border-style': 'dashed' } },
    { selector: 'node:selected', style: { 'border-color': accent, 'border-width': 3, 'background-color': selected } },
    { selector: 'node:active', style: { 'border-color': accent } },
  ];
  return [...outlines.map(outlineLook), ...subjectSchemas.map((schema) => signLook(schema, ink)), ...look].toSorted((one, other) => rank(one) - rank(other));
}

/** What holds for all nodes stands before what holds for some. */
function rank({ selector }: StylesheetStyle): number {
  return selector === 'node' ? 0 : 1;
}

function outlineLook(outline: NodeOutline): StylesheetStyle {
  const corners = cornersOf(outline);
  const selector = `node[outline = "${outline}"]`;
  if (corners === null) return { selector, style: { shape: 'ellipse', width: 2 * nodeRadius, height: 2 * nodeRadius } };
  const size = 2 * nodeRadius * reach;
  return { selector, style: { shape: 'polygon', 'shape-polygon-points': corners.flat().map((part) => String(part / reach)).join(' '), width: size, height: size } };
}

function signLook(schema: (typeof subjectSchemas)[number], ink: string): StylesheetStyle {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24" fill="none" stroke="${ink}" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"><path d="${signOf(schema).lines}"/></svg>`;
  return { selector: `node[schema = "${schema}"]`, style: { 'background-image': `data:image/svg+xml;utf8,${encodeURIComponent(svg)}` } };
}

function edgeLook({ ink, quiet, paper, accent, font }: CanvasTokens): readonly StylesheetStyle[] {
  return [
    {
      selector: 'edge',
      style: {
        width: 1.5,
        'line-color': quiet,
        'target-arrow-color': quiet,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.9,
        'target-distance-from-node': 2,
        'curve-style': 'straight',
        label: 'data(words)',
        color: ink,
        'font-family': font,
        'font-size': wordsSize,
        'line-height': 1.25,
        'text-wrap': 'wrap',
        'text-max-width': '400px',
        'text-background-color': paper,
        'text-background-opacity': 1,
        'text-background-padding': '2px',
        'text-events': 'yes',
        'min-zoomed-font-size': 6,
        'overlay-opacity': 0,
      },
    },
    { selector: 'edge[!isFact]', style: { 'line-style': 'dashed', 'line-dash-pattern': [6, 4] } },
    { selector: 'edge[bend != 0]', style: { 'curve-style': 'unbundled-bezier', 'control-point-distances': 'data(bend)', 'control-point-weights': 0.5, 'edge-distances': 'node-position' } },
    { selector: 'edge:loop', style: { 'curve-style': 'bezier', 'loop-direction': '0deg', 'loop-sweep': '50deg', 'control-point-step-size': 60 } },
    { selector: 'edge:selected', style: { width: 3, 'line-color': accent, 'target-arrow-color': accent } },
  ];
}
