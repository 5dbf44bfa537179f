import { parseAddress } from './parse-address.ts';

const ownSchemes = new Set(['app:', 'data:', 'blob:']);
const devToolsSchemes = new Set(['devtools:', 'chrome-extension:']);

/** Whether Chromium may load an address at all: the app's own, and in development its tools'. */
export function mayLoad(address: string, withDevTools: boolean): boolean {
  const url = parseAddress(address);
  if (url === null) return false;
  if (url.protocol === 'app:') return url.host === 'rapporteur';
  if (url.protocol === 'blob:') return url.pathname.startsWith('app://rapporteur/') || url.pathname.startsWith('null/');
  return ownSchemes.has(url.protocol) || (withDevTools && devToolsSchemes.has(url.protocol));
}
