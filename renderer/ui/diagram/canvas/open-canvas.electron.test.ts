import '../../theme/tokens.css';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ringPlaces, type Place } from '../../../../core/diagram/places.ts';
import type { RecordId } from '../../../../core/ids.ts';
import { arrange } from './arrange.ts';
import { openCanvas, type CanvasContent, type CanvasListener, type DiagramCanvas } from './open-canvas.ts';

const id = (text: string) => text as RecordId;
const opened: { readonly canvas: DiagramCanvas; readonly place: HTMLElement }[] = [];

afterEach(() => {
  for (const { canvas, place } of opened.splice(0)) {
    canvas.close();
    place.remove();
  }
});

function aCanvas(listener: Partial<CanvasListener> = {}): DiagramCanvas {
  const place = document.createElement('div');
  place.style.cssText = 'position: relative; width: 800px; height: 600px; font-family: sans-serif';
  document.body.append(place);
  const canvas = openCanvas(place, { onSelect: () => undefined, onMoved: () => undefined, onExpand: () => undefined, ...listener });
  opened.push({ canvas, place });
  return canvas;
}

/** So many subjects, each with a relation to one before it and every third with another. */
function manyRelations(count: number) {
  const subjects = Array.from({ length: count }, (_, at) => ({ record: id(`s${String(at)}`) }));
  const relations = subjects.slice(1).flatMap(({ record }, at) => {
    const own = { record: id(`r${String(at)}`), from: record, to: id(`s${String(Math.floor(at / 4))}`) };
    return at % 3 === 0 ? [own, { record: id(`x${String(at)}`), from: record, to: id(`s${String((at * 7) % count)}`) }] : [own];
  });
  return { subjects, relations };
}

function contentOf({ subjects, relations }: ReturnType<typeof manyRelations>, places: ReadonlyMap<RecordId, Place>): CanvasContent {
  return {
    nodes: subjects.map(({ record }) => ({ record, place: places.get(record) ?? { x: 0, y: 0 }, schema: 'Person', outside: false, words: `Name of ${record}\nSuspect` })),
    edges: relations.map((one) => ({ ...one, words: 'knows', isFact: true, bend: 0 })),
  };
}

describe('the drawing', () => {
  test('tells what is chosen in it, and not what is chosen for it', async () => {
    const onSelect = vi.fn();
    const canvas = aCanvas({ onSelect });
    canvas.show(contentOf(manyRelations(3), new Map()));
    canvas.select([id('s1')]);
    await Promise.resolve();
    expect(onSelect).not.toHaveBeenCalled();
  });

  test('a press on a subject chooses it, twice expands it, dragging it tells where it stands now', async () => {
    const heard: string[] = [];
    const canvas = aCanvas({
      onSelect: (records) => heard.push(`chosen ${records.join()}`),
      onExpand: (record) => heard.push(`expanded ${record}`),
      onMoved: (places) => heard.push(`moved ${[...places].map(([record, { x, y }]) => `${record} ${String(x)} ${String(y)}`).join()}`),
    });
    canvas.show(contentOf({ subjects: [{ record: id('s0') }], relations: [] }, new Map([[id('s0'), { x: 0, y: 0 }]])));
    canvas.fit();
    const place = opened[0]?.place as HTMLElement;
    const box = place.getBoundingClientRect();
    // Alone in the picture, with its name beneath: a little above the middle.
    const middle = { x: box.left + 400, y: box.top + 283 };
    press(place, middle);
    await Promise.resolve();
    press(place, middle);
    await expect.poll(() => heard).toContain('expanded s0');
    expect(heard[0]).toBe('chosen s0');
    drag(place, middle, { x: middle.x + 50, y: middle.y + 30 });
    await expect.poll(() => heard.at(-1)).toBe('moved s0 50 30');
  });

  test('its one style is let in by the policy of the page before Cytoscape would add it', () => {
    aCanvas();
    expect(document.querySelectorAll('#__________cytoscape_stylesheet')).toHaveLength(1);
  });
});

describe('an arrangement', () => {
  test('comes out the same each time, in whatever order subjects and relations come', async () => {
    const { subjects, relations } = manyRelations(60);
    const [first, second] = await Promise.all([arrange({ subjects, relations }).places, arrange({ subjects: subjects.toReversed(), relations: relations.toReversed() }).places]);
    expect(first.size).toBe(60);
    for (const [record, place] of first) expect(second.get(record)).toEqual(place);
  });
});

describe('five hundred subjects', () => {
  test('are arranged off the page and do not cover one another', async () => {
    const graph = manyRelations(500);
    let turns = 0;
    let isArranging = true;
    const count = () => {
      turns += 1;
      if (isArranging) setTimeout(count, 0);
    };
    setTimeout(count, 0);
    const places = [...(await arrange(graph).places).values()];
    isArranging = false;
    expect(places).toHaveLength(500);
    // The page had its turn meanwhile. Frames are not counted: a hidden window draws when it likes.
    expect(turns).toBeGreaterThan(2);
    const covered = places.filter((one, at) => places.slice(at + 1).some((other) => Math.hypot(one.x - other.x, one.y - other.y) < 80));
    expect(covered).toEqual([]);
  }, 120_000);

  test('are drawn, chosen and moved about', async () => {
    const graph = manyRelations(500);
    const canvas = aCanvas();
    canvas.show(contentOf(graph, ringPlaces(graph.subjects, graph.relations)));
    canvas.fit();
    canvas.select(graph.subjects.map((one) => one.record));
    canvas.reveal(id('s499'));
    canvas.zoom(2);
    canvas.show({ nodes: contentOf(graph, new Map()).nodes.slice(0, 3), edges: [] });
    const drawn = [...(opened[0]?.place.querySelectorAll('canvas') ?? [])];
    expect(drawn.length).toBeGreaterThan(0);
  });
});

function press(place: HTMLElement, at: Place): void {
  for (const type of ['mousedown', 'mouseup'] as const) fire(place, type, at);
}

function drag(place: HTMLElement, from: Place, to: Place): void {
  fire(place, 'mousemove', from);
  fire(place, 'mousedown', from);
  for (const part of [0.3, 0.7, 1]) fire(place, 'mousemove', { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
  fire(place, 'mouseup', to);
}

function fire(place: HTMLElement, type: string, { x, y }: Place): void {
  const target = place.querySelector('canvas') ?? place;
  target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, button: 0, buttons: type === 'mouseup' ? 0 : 1, detail: 1 }));
}
