import type { Measurement } from './measurement.ts';

/** Hands over what was found; called in the renderer. */
export async function handOver(name: string, measurements: readonly Measurement[]): Promise<void> {
  const answer = await fetch(`/bench/${name}`, { method: 'POST', body: JSON.stringify(measurements) });
  if (!answer.ok) throw new Error('nobody took the results');
}
