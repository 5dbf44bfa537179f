import fc from 'fast-check';
import { basename, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { safeFileName } from './file-purpose.ts';

test('an ordinary name stays as it is, in any script', () => {
  expect(safeFileName('Zapisnik 2026-11-23 Ђорђе.pdf')).toBe('Zapisnik 2026-11-23 Ђорђе.pdf');
});

test.each([
  ['../../.bashrc', 'bashrc'],
  ['C:\\Windows\\x.pdf', 'C Windows x.pdf'],
  ['nul.pdf', '_nul.pdf'],
  ['evil\u202Efdp.exe', 'evil fdp.exe'],
  ['...', 'document'],
])('%s becomes %s', (suggested, name) => {
  expect(safeFileName(suggested)).toBe(name);
});

test('whatever is suggested, the name stays in its folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (suggested) => {
      const name = safeFileName(suggested);
      expect(basename(name)).toBe(name);
      expect(win32.basename(name)).toBe(name);
      expect(name).not.toMatch(/^\.|^$/);
    }),
  );
});
