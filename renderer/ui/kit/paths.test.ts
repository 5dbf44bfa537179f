import { expect, test } from 'vitest';
import { recordOfPath } from './paths.ts';

const record = 'AbCdEfGhIjKlMnOpQrStUv';

test('a page is about its record: its own, one part of it, its history, its export', () => {
  for (const path of [`/notes/${record}`, `/cases/${record}/timeline`, `/history/note/${record}`, `/conflicts/subject/${record}`, `/export/${record}`]) expect(recordOfPath(path)).toBe(record);
});

test('lists, drafts, registers and what only looks like one are about none', () => {
  for (const path of ['/notes', `/notes/draft/${record}`, `/registers/transfers/${record}`, '/registers/consultations', '/settings/recovery-kit', '/', '']) expect(recordOfPath(path)).toBeNull();
});
