import { randomUUID } from 'node:crypto';
import { session, type Session } from 'electron';
import { printFontNames } from '../../../core/minutes/print-fonts.ts';
import { appOrigin, appScheme } from '../page-address.ts';

export type ReadFont = (name: string) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * A session for printing alone: kept in memory, without a cache, without a network. It answers for
 * the app's origin and knows two things there: the pages that are being printed right now, and the
 * fonts. Nothing that is printed is ever a file on disk.
 */
export interface PrintSession {
  readonly session: Session;
  /** Holds a page under an address that nobody can guess, until it is released. */
  hold(html: string): { readonly url: string; release(): void };
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const fontNames = new Set(printFontNames);

export function openPrintSession(readFont: ReadFont): PrintSession {
  const own = session.fromPartition('printing', { cache: false });
  const pages = new Map<string, string>();
  own.protocol.handle(appScheme, async (request) => {
    const { pathname, protocol, host } = new URL(request.url);
    if (request.method !== 'GET' || `${protocol}//${host}` !== appOrigin) return notThere();
    const page = pages.get(pathname);
    if (page !== undefined) return pageResponse(page);
    const name = pathname.startsWith('/fonts/') ? pathname.slice('/fonts/'.length) : '';
    if (!fontNames.has(name)) return notThere();
    try {
      return new Response(await readFont(name), { headers: { 'content-type': 'font/woff2' } });
    } catch {
      return notThere();
    }
  });
  // Narrower than the rule for every session (guards.ts), which it takes the place of.
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !details.url.startsWith(`${appOrigin}/`) }));
  return {
    session: own,
    hold: (html) => {
      const path = `/print/${randomUUID()}`;
      pages.set(path, html);
      return { url: `${appOrigin}${path}`, release: () => pages.delete(path) };
    },
  };
}

function pageResponse(html: string): Response {
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, 'x-content-type-options': 'nosniff' },
  });
}

function notThere(): Response {
  return new Response(null, { status: 404 });
}
