import { expect, test } from 'vitest';
import { contentSecurityPolicy } from './page-policy.ts';

test('nothing inline, nothing remote, nothing evaluated', () => {
  const policy = contentSecurityPolicy('abc');
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toMatch(/'unsafe-eval'/);
  expect(policy).not.toMatch(/https?:|wss?:|\*/);
  expect(policy).toContain("default-src 'none'");
});

test('the nonce opens style elements only, and only where there is one', () => {
  expect(contentSecurityPolicy('abc').match(/nonce-abc/g)).toHaveLength(1);
  expect(contentSecurityPolicy('abc')).toContain("style-src 'self' 'nonce-abc'");
  expect(contentSecurityPolicy(null)).not.toContain('nonce');
});
