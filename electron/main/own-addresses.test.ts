import { expect, test } from 'vitest';
import { mayLoad } from './own-addresses.ts';

test.each(['app://rapporteur/index.html', 'app://rapporteur/sync/x', 'data:font/woff2;base64,AA', 'blob:app://rapporteur/1-2', 'blob:null/1-2'])(
  '%s is the app’s own',
  (address) => expect(mayLoad(address, false)).toBe(true),
);

test.each([
  'https://example.org/', 'http://127.0.0.1:5984/', 'ws://127.0.0.1/', 'wss://example.org', 'ftp://example.org', 'file:///etc/passwd',
  'app://other/index.html', 'blob:https://example.org/1-2', 'chrome://gpu', 'devtools://devtools/x', 'about:blank', 'nonsense', '',
])('%s is not', (address) => expect(mayLoad(address, false)).toBe(false));

test('developer tools load in development only', () => {
  expect(mayLoad('devtools://devtools/bundled/x.html', true)).toBe(true);
});
