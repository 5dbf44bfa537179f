import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ui = path.resolve(import.meta.dirname, '..');

/** What gives a file, or paper, to a person. */
const waysOut = /call\('(file:save|outside:begin|print:paper)'/g;

/** Where one of them may stand, and why it needs no entry of its own. */
const known: Readonly<Record<string, string>> = {
  'kit/hand-out.ts': 'enters what it gives',
  'attachments/let-out.ts': 'enters the attached file before its first byte leaves',
  'engine-client/backup-place.ts': 'a backup is entered by the engine, where it is made',
  'gate/kit-page.tsx': 'the recovery kit says nothing of records',
  'gate/request-page.tsx': 'the request to join says nothing of records',
  'rooms/export/timeline-acts.tsx': 'enters what it prints before the printer has it',
  'rooms/pouch/use-release-file.ts': 'an answer says nothing of records; a request is entered where it is made',
  'rooms/settings/save-file.ts': 'receipts, invitations to pair',
};

test('nothing leaves the interface past the register of transfers', () => {
  const files = readdirSync(ui, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'));
  const found = files.filter((name) => readFileSync(path.join(ui, name), 'utf8').match(waysOut) !== null).map((name) => name.replaceAll('\\', '/'));
  expect(found.toSorted()).toEqual(Object.keys(known).toSorted());
});
