import cytoscape from 'cytoscape';
import fcose, { type FcoseOptions } from 'cytoscape-fcose';
import type { RecordId } from '../../../../core/ids.ts';
import { nodeRoom, spreadApart } from '../../../../core/diagram/spread-apart.ts';
import type { ArrangeTask, ArrangedPlaces } from './arrange.ts';

cytoscape.use(fcose);

/** Lengths leave room for names beneath subjects and words on relations. */
const options: FcoseOptions = {
  name: 'fcose',
  quality: 'proof',
  randomize: true,
  animate: false,
  packComponents: false,
  idealEdgeLength: 80,
  nodeRepulsion: 9000,
  gravity: 0.4,
  tile: true,
  tilingPaddingVertical: 30,
  tilingPaddingHorizontal: 30,
};

/** The largest prime below 2^31, and a multiplier good for it (Park and Miller, Communications of the ACM 31, 1988). */
const modulus = 2_147_483_647;
const multiplier = 48_271;

// The page alone can post to its worker.
self.addEventListener('message', ({ data }: MessageEvent<ArrangeTask>) => {
  self.postMessage(arranged(data));
});

/**
 * The layout leaves it to chance where it begins. Nothing else runs in this worker, so chance can be made
 * the same each time: the same subjects and relations are arranged the same way.
 */
function beginChanceAnew(): void {
  let state = 7;
  Math.random = () => {
    state = (state * multiplier) % modulus;
    return state / modulus;
  };
}

function arranged({ subjects, relations }: ArrangeTask): ArrangedPlaces {
  beginChanceAnew();
  const byRecord = (one: { readonly record: string }, other: { readonly record: string }) => (one.record < other.record ? -1 : 1);
  const graph = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: 'node', style: nodeRoom }],
    elements: {
      nodes: subjects.toSorted(byRecord).map(({ record }) => ({ data: { id: record } })),
      edges: relations.toSorted(byRecord).filter(({ from, to }) => from !== to).map(({ record, from, to }) => ({ data: { id: record, source: from, target: to } })),
    },
  });
  graph.layout(options).run();
  const places = graph.nodes().map((node) => [node.id() as RecordId, { ...node.position() }] as const);
  graph.destroy();
  // Where many hang together closely, the layout alone lets some cover others.
  return [...spreadApart(new Map(places))];
}
