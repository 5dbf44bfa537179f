import type { ImportsGround } from './create-imports.ts';
import type { ImportsApi } from './imports-api.ts';

/** Imports whose readers are loaded when somebody imports something, and not at unlock. */
export function importsWhenAsked(ground: ImportsGround): ImportsApi {
  const loaded = async () => (await import('./create-imports.ts')).createImports(ground);
  return {
    preview: async (files, choices) => (await loaded()).preview(files, choices),
    fileAway: async (request) => (await loaded()).fileAway(request),
    takeOut: async (added) => (await loaded()).takeOut(added),
    carryOut: async (files, choices) => (await loaded()).carryOut(files, choices),
  };
}
