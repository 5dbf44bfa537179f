import { expect, test } from 'vitest';
import { isPageAddress, pageAddress } from './page-address.ts';

test('the page is the page, wherever it is in its own routes', () => {
  expect(isPageAddress(pageAddress)).toBe(true);
  expect(isPageAddress(`${pageAddress}#/notes/x`)).toBe(true);
  expect(isPageAddress('app://rapporteur/')).toBe(true);
});

test.each([
  'app://rapporteur/index.html?next=https://example.org',
  'app://rapporteur/assets/index.js',
  'app://rapporteur/sync/abc',
  'app://rapporteur.example.org/index.html',
  'app://other/index.html',
  'https://rapporteur/index.html',
  'file:///index.html',
  'data:text/html,x',
  'about:blank',
  '',
])('%s is not the page', (address) => {
  expect(isPageAddress(address)).toBe(false);
});
