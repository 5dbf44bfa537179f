import { z } from 'zod';
import type { NetworkId } from '../../../core/ids.ts';
import { minutesLanguages } from '../../../core/minutes/labels/languages.ts';
import { recordId } from '../../../core/records/parts.ts';
import { recordKinds, type RecordKind } from '../../../core/records/kinds.ts';
import type { Result } from '../../../core/result.ts';
import { failed, ok } from '../../../core/result.ts';
import type { Settings } from '../api.ts';
import type { SealedStates } from '../pouch-seam/pouch-ground.ts';

/** How a list is looked at; what a later version does not know is dropped. */
const listView = z.object({
  words: z.string().max(300).default(''),
  only: z.record(z.string().max(60), z.array(z.string().max(120)).max(300)).default({}),
  sort: z.object({ by: z.string().max(60), descending: z.boolean() }),
  group: z.string().max(60).nullable().default(null),
  layout: z.enum(['list', 'table']).default('list'),
});

const diagramCoordinate = z.number().int().min(-1_000_000).max(1_000_000);

/** A link diagram as it was left. Records that are gone since are passed over by the diagram. */
const diagramPlan = z.object({
  of: recordId,
  places: z.record(recordId, z.tuple([diagramCoordinate, diagramCoordinate])).default({}),
  expanded: z.array(recordId).max(5000).default([]),
  hidden: z.array(recordId).max(5000).default([]),
});

/** A person's settings. Each has its default, so that a later version may add one. */
const settingsSchema = z.object({
  lockAfterMinutes: z.number().int().min(1).max(120).default(10),
  language: z.enum(['en', 'fr']).nullable().default(null),
  appearance: z.enum(['system', 'light', 'dark', 'contrast']).default('system'),
  textSize: z.union([z.literal(100), z.literal(112), z.literal(125), z.literal(150), z.literal(175), z.literal(200)]).default(100),
  minutesLanguage: z.enum(minutesLanguages).nullable().default(null),
  deliversByItself: z.boolean().default(true),
  recordsOnly: z.boolean().default(false),
  dataBudget: z
    .object({ bytes: z.number().int().min(1_000_000).max(1e12), per: z.enum(['day', 'month']), networks: z.array(z.string().max(120).transform((text) => text as NetworkId)).max(100) })
    .nullable()
    .default(null),
  replyTo: z.string().max(300).default(''),
  lists: z.record(z.string().max(60), listView).default({}),
  views: z.array(z.object({ id: z.string().max(60), kind: z.enum(recordKinds as readonly [RecordKind, ...RecordKind[]]), name: z.string().max(120), view: listView })).max(200).default([]),
  diagrams: z.array(diagramPlan).max(24).default([]),
});

export const defaultSettings: Settings = settingsSchema.parse({});

const settingsState = 'settings';

/** The settings kept; unreadable ones are as none. */
export async function readSettings(states: SealedStates): Promise<Settings> {
  const read = await states.read(settingsState, settingsSchema);
  return read.ok && read.value !== null ? read.value : defaultSettings;
}

/** Keeps some settings anew. Throws on values that no form offers. */
export async function keepSettings(states: SealedStates, change: Partial<Settings>): Promise<Result<Settings, 'storage-failed' | 'storage-full'>> {
  const next = settingsSchema.parse({ ...(await readSettings(states)), ...change });
  const written = await states.write([{ name: settingsState, value: next }]);
  if (written.ok) return ok(next);
  return failed(written.failure.code === 'storage-full' ? 'storage-full' : 'storage-failed');
}
