import { expose, proxy } from 'comlink';
import type { EngineApi } from './api.ts';
import { createEngine } from './engine.ts';

/** The worker is named after the workspace: the sample casework lives in a database of its own. */
const sample = self.name === 'sample';
/** Erasing the laptop takes everything of this origin: notebook, local pouches, sample casework. */
const databases = async () => (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
// The bundle names this file after its content, and that of all that it imports: another name, another build.
const engine = createEngine({ name: sample ? 'rapporteur-sample' : 'rapporteur', sample, databases, build: import.meta.url });

const exposed: EngineApi = {
  ...engine,
  // A function that crosses the boundary must be a proxy.
  subscribe: (listener) => proxy(engine.subscribe(listener)),
};

expose(exposed);
