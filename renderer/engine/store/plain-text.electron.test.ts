import { expect, test } from 'vitest';
import { anEngine, good, passphrase, freshName, rawRows, sensitive } from '../../../test/builders/engines.ts';
import type { ItemKey } from '../../../core/ids.ts';

const canaries = [
  'Zvonimir-Kanarinac', 'Institut-Kanarinac', 'note-title-canary', 'note-body-canary', 'Канаринац-ћирилица', 'place-canary',
  'case-title-canary', 'REF-CANARY-77', 'agenda-canary', 'line-canary', 'owner-canary', 'draft-canary', 'state-canary', 'letter-canary',
];
/** Words of the program that would say what a row is about. */
const telltales = ['SENSITIVE', 'UNCLASSIFIED', 'finalise', 'HRV', 'observation'];

test('nothing that a person wrote is in IndexedDB in clear, in any encoding', async () => {
  const name = await freshName();
  const { engine, ground } = anEngine(name);
  const person = { name: 'Zvonimir-Kanarinac', country: 'HRV', institution: 'Institut-Kanarinac' };
  good(await engine.vault.createAlone(person, passphrase));
  const aCase = good(
    await engine.notebook.save({ kind: 'case', value: { title: 'case-title-canary', reference: 'REF-CANARY-77' }, level: sensitive }),
  );
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'note-body-canary Канаринац-ћирилица' }] }] };
  const value = { title: 'note-title-canary', body, place: 'place-canary', case: aCase.record };
  const note = good(await engine.notebook.save({ kind: 'note', value, level: sensitive }));
  good(await engine.notebook.finalise(note.record, note.heads));
  const keyed = { key: 'k1' as ItemKey, order: 'a0' };
  const meeting = {
    title: 'x', agenda: [{ ...keyed, title: 'agenda-canary' }], lines: [{ ...keyed, item: keyed.key, text: 'line-canary', owner: 'owner-canary' }],
  };
  const saved = good(await engine.notebook.save({ kind: 'meeting', value: meeting, level: sensitive }));
  const draft = await engine.drafts.newId();
  good(await engine.drafts.keep({ draft, kind: 'note', record: null, heads: [], level: sensitive, value: { title: 'draft-canary' } }));
  good(await engine.vault.changeSettings({ language: 'fr' }));
  good(await ground().states.write([{ name: 'state-canary-name', value: { hidden: 'state-canary' } }]));
  const ids = [aCase.record, note.record, saved.record, draft, (await engine.vault.me()).person, ...note.heads, ...saved.heads];
  await engine.end();

  const found = new Set<string>();
  for (const text of textsOf(await rawRows(name))) {
    for (const word of [...canaries, ...telltales, ...ids, 'state-canary-name']) if (text.includes(word)) found.add(word);
  }
  expect([...found]).toEqual([]);
});

test('the search finds what is there', () => {
  const row = { id: 'x', sealed: new TextEncoder().encode('.. Канаринац-ћирилица ..'), other: btoa('draft-canary') };
  const texts = [...textsOf([row])];
  expect(texts.some((text) => text.includes('Канаринац-ћирилица'))).toBe(true);
  expect(texts.some((text) => text.includes('draft-canary'))).toBe(true);
});

/** Each key and value as the texts that somebody with a hex editor would try. */
function* textsOf(value: unknown): Generator<string> {
  if (value instanceof Uint8Array) {
    const bytes = new Uint8Array(value);
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251']) yield new TextDecoder(encoding).decode(bytes);
    yield new TextDecoder('utf-16le').decode(bytes.subarray(1));
    yield atobOrNothing(new TextDecoder('latin1').decode(bytes));
  } else if (typeof value === 'string') {
    yield value;
    yield atobOrNothing(value.replaceAll('-', '+').replaceAll('_', '/'));
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      yield name;
      yield* textsOf(part);
    }
  } else {
    yield String(value);
  }
}

function atobOrNothing(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}
