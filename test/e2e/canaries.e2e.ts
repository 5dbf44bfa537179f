import { expect, test } from '@playwright/test';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDemoOffice } from '../demo/demo-office.ts';
import { tracesOf } from '../faults/traces.ts';
import { openLaptop } from './laptop.ts';
import { join, lock, unlock } from './pages/gate.ts';
import { writeNote } from './pages/note.ts';
import { deliver, deliveryResult, expectChannel, openPouch } from './pages/pouch.ts';

const group = 'Joint Working Group on Trafficking in Firearms';
const person = { name: 'Zvonimir Kanarinčić', country: 'Croatia', institution: 'Institut-Kanarinac-0', passphrase: 'ladder violet sparrow tram' };
/** Ten of them in each note: one as its title, the others in its text. */
const notes = ['UNCLASSIFIED', 'UNCLASSIFIED', 'SENSITIVE', 'SENSITIVE', 'RESTREINT UE/EU RESTRICTED'].map((level, note) => ({
  level,
  canaries: Array.from({ length: 10 }, (_, number) => (number % 3 === 0 ? `Канаринац-${note}-${number}-Ђ` : `canary-${note}-${number}-qzx`)),
}));
const written = [...notes.flatMap((one) => one.canaries), person.name, person.institution, person.passphrase];

test('after a whole session nothing that was written is on the laptop’s disk or on the server’s', async () => {
  test.setTimeout(600_000);
  const folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-canaries-'));
  const temporary = path.join(folder, 'temporary');
  await mkdir(temporary);
  const office = await openDemoOffice(path.join(folder, 'office'));
  const laptop = await openLaptop({ env: { TMPDIR: temporary } });
  const { page, profile } = laptop;
  try {
    const request = path.join(folder, 'request.rapporteur-request');
    const { fingerprint } = await join(laptop, { profile: office.profile, request }, person);
    await office.admit(request, fingerprint);
    await office.openInside();
    await openPouch(page);
    await page.getByRole('button', { name: 'Ask whether it has been accepted' }).click();
    await page.getByRole('button', { name: 'Deliver', exact: true }).waitFor({ timeout: 60_000 });
    for (const { level, canaries: [title = '', ...others] } of notes) await writeNote(page, { title, text: others.join(' '), level, group });
    await openPouch(page);
    await expectChannel(page, 'Office network');
    await deliver(page);
    await expect(deliveryResult(page)).toContainText(`Delivered ${notes.length}`);
    await lock(page);
    await unlock(page, person.passphrase);
    await laptop.close();
    await office.close();
    const searched = await tracesOf(written, [profile, temporary, path.join(folder, 'office', 'server')]);
    expect(searched.found).toEqual([]);
    // It did look where things are.
    expect(searched.files).toBeGreaterThan(20);
  } finally {
    await laptop.discard().catch(() => undefined);
    await office.close().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  }
});
