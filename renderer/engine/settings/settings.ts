import { z } from 'zod';
import { minutesLanguages } from '../../../core/minutes/labels/languages.ts';
import type { Result } from '../../../core/result.ts';
import { failed, ok } from '../../../core/result.ts';
import type { Settings } from '../api.ts';
import type { SealedStates } from '../pouch-seam/pouch-ground.ts';

/** A person's settings. Each has its default, so that a later version may add one. */
const settingsSchema = z.object({
  lockAfterMinutes: z.number().int().min(1).max(120).default(10),
  language: z.enum(['en', 'fr']).default('en'),
  appearance: z.enum(['system', 'light', 'dark', 'contrast']).default('system'),
  textSize: z.union([z.literal(100), z.literal(112), z.literal(125), z.literal(150), z.literal(175), z.literal(200)]).default(100),
  minutesLanguage: z.enum(minutesLanguages).default('en'),
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
