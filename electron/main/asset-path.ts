/** Every kind of file that the bundle holds. What is not listed is not served. */
const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  ttf: 'font/ttf',
  wasm: 'application/wasm',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

export interface Asset {
  /** Names of folders and the file, none of which can lead upwards. */
  readonly segments: readonly string[];
  readonly mediaType: string;
}

const plainName = /^[\w@][\w.@+-]*$/;

/**
 * The file of the bundle that a path of the page's address names, or `null`. A path is a list of
 * plain names; anything else (an escape, a backslash, a dot at the beginning, two dots anywhere)
 * names nothing, so there is no path that leads out of the bundle.
 */
export function assetOf(pathname: string): Asset | null {
  const path = pathname === '/' || pathname === '' ? '/index.html' : pathname;
  if (!path.startsWith('/') || path.length > 300) return null;
  const segments = path.slice(1).split('/');
  if (!segments.every((name) => plainName.test(name) && !name.includes('..'))) return null;
  const extension = /\.([a-z0-9]+)$/.exec(segments.at(-1) ?? '')?.[1];
  const mediaType = extension === undefined ? undefined : mediaTypes[extension];
  return mediaType === undefined ? null : { segments, mediaType };
}
