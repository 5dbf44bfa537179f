import path from 'node:path';
import { bundle } from '../../build/bundle.ts';
import { Account } from './account.ts';
import { tellStory } from './story.ts';

/**
 * The demonstration: two laptops and one server, unattended, in the real Electron. Leaves a table,
 * the minutes and a picture of every screen in out/demo, and ends with 1 when anything is not as it
 * should be.
 */
const account = new Account(path.resolve(import.meta.dirname, '../../out/demo'));
await bundle();
try {
  await tellStory(account);
} catch (error) {
  account.note('Demonstration', 'goes to its end', error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'stopped', false);
  process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
}
process.stdout.write(`\n${account.table()}\n\nPictures, minutes and this table are in out/demo.\n`);
process.exitCode = account.failed.length === 0 ? 0 : 1;
