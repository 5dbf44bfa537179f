/** What a piece of work took. */
export interface Spent {
  readonly seconds: number;
  /** Seconds of the processor in all processes of the measurement; `null` where that cannot be known. */
  readonly processor: number | null;
}

/** `what` names the profile, where profiles are kept (RAPPORTEUR_PROFILES). */
export async function timed(what: string, work: () => Promise<unknown>): Promise<Spent> {
  const before = await processorNow();
  console.profile(what);
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  console.profileEnd(what);
  const after = await processorNow();
  return { seconds, processor: before === null || after === null ? null : after - before };
}

async function processorNow(): Promise<number | null> {
  return (await (await fetch('/bench/processor')).json()) as number | null;
}
