import { expect, test } from 'vitest';
import { isTrustedSender } from './trusted-sender.ts';

const page = { contents: 1, origin: 'app://rapporteur', address: 'app://rapporteur/index.html#/notes', isMainFrame: true };

test('the page in the main window is answered', () => {
  expect(isTrustedSender(page, 1)).toBe(true);
});

test.each([
  ['another window', { ...page, contents: 2 }],
  ['a frame inside', { ...page, isMainFrame: false }],
  ['another origin', { ...page, origin: 'https://example.org' }],
  ['an origin that begins alike', { ...page, origin: 'app://rapporteur.example.org' }],
  ['an opaque origin', { ...page, origin: 'null' }],
  ['an empty page with the same origin', { ...page, address: 'about:blank' }],
  ['a frame that is gone', { ...page, origin: null }],
])('%s is not', (_who, sender) => {
  expect(isTrustedSender(sender, 1)).toBe(false);
});

test('nobody is, before there is a window', () => {
  expect(isTrustedSender(page, null)).toBe(false);
});
