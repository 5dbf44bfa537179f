import { protocol, type Session } from 'electron';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assetOf, type Asset } from './asset-path.ts';
import { appOrigin, appScheme } from './page-address.ts';
import { noncePlaceholder, securityHeaders } from './page-policy.ts';

/** To be called before the app is ready: Chromium fixes the privileges of schemes at its start. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ]);
}

export interface AppProtocol {
  /** The folder of the bundle that the page is made of. */
  readonly bundle: string;
  /** Answers what the engine's synchronisation asks of `app://rapporteur/sync/…`. */
  forward(request: Request): Promise<Response>;
}

/** Serves the page's files and the way to the server, and nothing else. */
export function serveApp(session: Session, { bundle, forward }: AppProtocol): void {
  session.protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url);
    if (`${url.protocol}//${url.host}` !== appOrigin) return notFound();
    if (url.pathname.startsWith('/sync/')) return forward(request);
    if (request.method !== 'GET' && request.method !== 'HEAD') return notFound();
    const asset = assetOf(url.pathname);
    return asset === null ? notFound() : serveAsset(bundle, asset);
  });
}

async function serveAsset(bundle: string, asset: Asset): Promise<Response> {
  let bytes: Buffer<ArrayBuffer>;
  try {
    bytes = await readFile(join(bundle, ...asset.segments));
  } catch {
    return notFound();
  }
  if (!asset.mediaType.startsWith('text/html')) {
    return new Response(bytes, { headers: { ...securityHeaders(null), 'content-type': asset.mediaType } });
  }
  const nonce = randomBytes(18).toString('base64url');
  const page = bytes.toString('utf8').replaceAll(noncePlaceholder, nonce);
  return new Response(page, { headers: { ...securityHeaders(nonce), 'content-type': asset.mediaType } });
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: securityHeaders(null) });
}
