import fc from 'fast-check';
import { join, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';
import { assetOf } from './asset-path.ts';

test('the page, its scripts and its fonts are files of the bundle', () => {
  expect(assetOf('/')).toEqual({ segments: ['index.html'], mediaType: 'text/html; charset=utf-8' });
  expect(assetOf('/assets/index-B1x_-9.js')?.segments).toEqual(['assets', 'index-B1x_-9.js']);
  expect(assetOf('/assets/libsodium.wasm')?.mediaType).toBe('application/wasm');
  expect(assetOf('/assets/plex-latin-ext-400.woff2')?.mediaType).toBe('font/woff2');
});

test.each([
  '/../main.js',
  '/assets/../../main.js',
  '/assets/..%2f..%2fmain.js',
  '/assets/%2e%2e/main.js',
  '/assets\\..\\main.js',
  '//etc/passwd.html',
  '/.env.json',
  '/assets/.hidden.js',
  '/assets/a..b.js',
  '/assets/x.js%00.html',
  '/assets/x.js:stream.html',
  '/assets/',
  '/assets/x.map',
  '/assets/x.exe',
  '/assets/x',
  'assets/x.js',
])('%s names no file', (path) => {
  expect(assetOf(path)).toBeNull();
});

test('no path leads out of the bundle', () => {
  const root = resolve('/bundle');
  const piece = fc.oneof(fc.string(), fc.constantFrom('..', '.', '%2e', '%2f', '\\', '/', 'a.js', 'assets', '~', ' ', '\0'));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const asset = assetOf(`/${pieces.join('/')}`);
      if (asset !== null) expect(join(root, ...asset.segments).startsWith(root + sep)).toBe(true);
    }),
  );
});
