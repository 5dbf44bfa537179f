import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sayingsOf } from '../../../core/pouch/standing.ts';
import { smallFile } from '../../../core/files/file-limits.ts';
import type { LetterHash } from '../../../core/ids.ts';
import { attaches, writesWithFile } from '../../../test/office/attaching.ts';
import { exchange, Field, restricted, sensitive, unclassified, writes } from '../../../test/office/exchanging.ts';
import type { Laptop } from '../../../test/office/laptop.ts';
import { aLetter, aParcel, aWriter, plant } from '../../../test/office/plants.ts';

let field: Field;
beforeEach(async () => {
  field = await Field.open({ quarantineThirdCountries: true });
});
afterEach(() => field.close());

/** What the screen says, as the pouch's page computes it… */
async function says(laptop: Laptop): Promise<readonly string[]> {
  return sayingsOf((await laptop.engine.pouch.preview()).standing, false).map((one) => one.says);
}

/** …and as Today's count in the background does; nothing before it has counted. */
async function saysToday(laptop: Laptop): Promise<readonly string[]> {
  const { pouch } = await laptop.engine.notebook.today();
  return pouch === null ? [] : sayingsOf(pouch, false).map((one) => one.says);
}

describe('“synchronised” is said', () => {
  test('when all that was written is confirmed, and of what was written since', async () => {
    const ana = await field.member('Ana');
    expect(await says(ana)).toEqual(['synchronised']);
    await writes(ana, 'A note');
    expect(await says(ana)).toEqual(['to-go']);
    await exchange(ana);
    expect(await says(ana)).toEqual(['synchronised']);
    await expect.poll(() => saysToday(ana)).toEqual(['synchronised']);
  });

  test('not while files wait after a delivery of records only', async () => {
    const ana = await field.member('Ana');
    await attaches(ana, 1000);
    await ana.engine.pouch.exchange({ recordsOnly: true });
    expect(await says(ana)).toEqual(['files-to-go']);
    await expect.poll(() => saysToday(ana)).toEqual(['files-to-go']);
    await exchange(ana);
    expect(await says(ana)).toEqual(['synchronised']);
  });

  test('not while a small file of what came has not come, and also not when its sender never delivered it', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    await attaches(ana, 1000);
    await ana.engine.pouch.exchange({ recordsOnly: true });
    await exchange(ben);
    expect(await says(ben)).toEqual(['files-to-come']);
    await exchange(ana);
    await exchange(ben);
    expect(await says(ben)).toEqual(['synchronised']);
  });

  test('not while a file that has to go is not on this laptop; what the office has already need not be', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    const { record, taken } = await attaches(ana, smallFile + 1);
    await exchange(ana);
    await exchange(ben);
    await writesWithFile(ben, taken, sensitive);
    await exchange(ben);
    expect(await says(ben)).toEqual(['synchronised']);
    await writesWithFile(ben, taken, restricted);
    await exchange(ben);
    expect(await says(ben)).toEqual(['files-elsewhere']);
    expect(await ben.engine.files.fetch(record, taken.file)).toMatchObject({ ok: true });
    expect(await exchange(ben)).toMatchObject({ files: { sent: 1 } });
    expect(await says(ben)).toEqual(['synchronised']);
  });

  test('also when two people brought the same file', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    const { taken } = await attaches(ana, 1000);
    await exchange(ana);
    await exchange(ben);
    await writesWithFile(ana, taken, restricted);
    await writesWithFile(ben, taken, restricted);
    await exchange(ana);
    expect(await exchange(ben)).toMatchObject({ failure: null });
    expect(await says(ben)).toEqual(['synchronised']);
  });

  test('not while what came waits in quarantine or closed', async () => {
    const [ana, milica] = [await field.member('Ana'), await field.member('Milica', {}, {}, { country: 'SRB' })];
    await writes(milica, 'From Belgrade');
    await exchange(milica);
    await exchange(ana);
    expect(await says(ana)).toEqual(['quarantined']);
    await expect.poll(() => saysToday(ana)).toEqual(['quarantined']);
    await field.office.enter({ type: 'administrators', jwg: field.compartment(sensitive).jwg, persons: [(await ana.engine.vault.me()).person] });
    await exchange(ana);
    const [held] = (await ana.engine.pouch.arrivals()).quarantine;
    await ana.engine.pouch.vouch([held?.letter as LetterHash], 'accept');
    expect(await says(ana)).toEqual(['under-way']);
    await exchange(ana);
    expect(await says(ana)).toEqual(['synchronised']);
    await plant(field.office, field.compartment(sensitive), aParcel([aLetter(aWriter(), field.compartment(sensitive)).letter], field.compartment(sensitive)));
    await exchange(ana);
    expect(await says(ana)).toEqual(['unopened']);
  });

  test('not where the network may bring only a part; held records are told beside it', async () => {
    const ana = await field.member('Ana');
    await writes(ana, 'Open', unclassified);
    await writes(ana, 'Closed', restricted);
    ana.host.go('hotel');
    await exchange(ana);
    expect(await says(ana)).toEqual(['not-fetched-network', 'held']);
    ana.host.go('office');
    expect(await says(ana)).toEqual(['to-go', 'not-fetched-network']);
    await exchange(ana);
    expect(await says(ana)).toEqual(['synchronised']);
  });

  test('of the network that the laptop is on now, also in the count that is kept', async () => {
    const ana = await field.member('Ana');
    await writes(ana, 'A note');
    await expect.poll(() => saysToday(ana)).toEqual(['to-go']);
    ana.host.go('hotel');
    // As the interface does when the main process says that the network is another.
    await ana.engine.pouch.channel();
    await expect.poll(() => saysToday(ana)).toEqual(['synchronised', 'held']);
  });

  test('not where the laptop or the person may not have all that was granted', async () => {
    const eve = await field.member('Eve', { briefed: false });
    expect(await says(eve)).toEqual(['not-fetched-laptop']);
  });

  test('not after an exchange that broke off, until one came to its end; a restart forgets nothing', async () => {
    let ana = await field.member('Ana');
    await field.office.faults({ kind: 'answer', status: 500, body: {}, on: '_changes', times: 50 });
    await ana.engine.pouch.exchange();
    expect(await says(ana)).toEqual(['broke-off']);
    ana = await field.afterKill(ana);
    expect(await says(ana)).toEqual(['broke-off']);
    await field.office.clearFaults();
    await exchange(ana);
    expect(await says(ana)).toEqual(['synchronised']);
  });

  test('never before the office was asked', async () => {
    const ana = await field.member('Ana', 'not-yet');
    expect(await says(ana)).toEqual(['never']);
  });
});
