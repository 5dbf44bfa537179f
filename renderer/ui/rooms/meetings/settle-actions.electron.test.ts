import { afterEach, expect, it } from 'vitest';
import { anOpenEngine, good, sensitive } from '../../../../test/builders/engines.ts';
import { aMeeting, placed } from '../../../../test/builders/meetings.ts';
import type { Engine as Told } from '../../../engine/engine.ts';
import type { Engine } from '../../engine-client/start-engine.ts';
import { settleActions } from './settle-actions.ts';

let engine: Told;
afterEach(() => engine.end());

it('makes one action of a line, however many saves are under way at once', async () => {
  ({ engine } = await anOpenEngine());
  const item = { ...placed(), title: 'Route' };
  const meeting = aMeeting({ agenda: [item], lines: [{ ...placed(), item: item.key, type: 'action', text: 'Send the draft' }] });
  const { record } = good(await engine.notebook.save({ kind: 'meeting', value: meeting, level: sensitive }));
  // The interface knows the engine through its worker; here it is called directly.
  const asked = engine as unknown as Engine;
  const levels = ['S-UE' as typeof sensitive, sensitive, sensitive, sensitive];
  const settled = await Promise.all(levels.map((level) => settleActions(asked, meeting, record, level)));
  // One that may not be written stands in nobody's way.
  expect(settled.map((one) => one?.code ?? null)).toEqual(['above-ceiling', null, null, null]);
  expect((await engine.notebook.list('action', { origin: record })).map((row) => row.title)).toEqual(['Send the draft']);
});
