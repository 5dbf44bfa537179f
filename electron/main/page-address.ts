import { parseAddress } from './parse-address.ts';

/** The app's own scheme and the one page it shows. Everything else is refused somewhere. */
export const appScheme = 'app';
export const appOrigin = 'app://rapporteur';
export const pageAddress = `${appOrigin}/index.html`;

/** Whether an address is the page itself, whatever its fragment (the interface routes in it). */
export function isPageAddress(address: string): boolean {
  const url = parseAddress(address);
  if (url === null || url.protocol !== 'app:' || url.host !== 'rapporteur') return false;
  return url.search === '' && (url.pathname === '/index.html' || url.pathname === '/' || url.pathname === '');
}
