import type { Page } from '@playwright/test';
import { openLaptop, type Laptop } from '../e2e/laptop.ts';
import { join, type Person } from '../e2e/pages/gate.ts';
import { becomeMember, deliver, expectChannel, openPouch, readPouch } from '../e2e/pages/pouch.ts';
import type { Account } from './account.ts';
import { tellCasework } from './casework.ts';
import { tellConflict } from './conflict.ts';
import { openDemoOffice, type DemoOffice } from './demo-office.ts';
import { tellMinutes } from './minutes.ts';

/** One of the two who tell the story, at their laptop. */
export interface Teller {
  readonly name: string;
  readonly laptop: Laptop;
  readonly page: Page;
}

const giulia: Person = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'cobalt heron walks sideways 77' };
const marko: Person = { name: 'Marko Šimić', country: 'Croatia', institution: 'USKOK', passphrase: 'seven quiet lanterns under lime' };

/** From two empty laptops to minutes, a delivered pouch and a settled conflict. */
export async function tellStory(account: Account): Promise<void> {
  const office = await openDemoOffice(account.path('office'));
  account.note('Secretariat', 'makes keys, profile and server', 'one group, three markings, two networks');
  const laptops: Laptop[] = [];
  try {
    const first = await welcome(account, office, giulia, laptops);
    const second = await welcome(account, office, marko, laptops);
    await tellCasework(account, first);
    await tellMinutes(account, first);
    await deliverFromHotel(account, first);
    await deliverFromOffice(account, office, first, second);
    await tellConflict(account, first, second);
  } catch (error) {
    for (const { page } of laptops) await account.picture(page, 'stopped-here').catch(() => undefined);
    throw error;
  } finally {
    for (const laptop of laptops) await laptop.discard().catch(() => undefined);
    await office.close();
  }
}

/** Joins, is admitted after comparing the fingerprint, and learns so over the hotel's network. */
async function welcome(account: Account, office: DemoOffice, person: Person, laptops: Laptop[]): Promise<Teller> {
  const laptop = await openLaptop();
  laptops.push(laptop);
  const { page } = laptop;
  await account.picture(page, 'first-start');
  const request = account.path(`${person.name.split(' ')[0] ?? ''}.rapporteur-request`);
  const joined = await join(laptop, { profile: office.profile, request }, person);
  account.note(person.name, 'joins with the profile file', `fingerprint ${joined.fingerprint}`);
  const admitted = await office.admit(request, joined.fingerprint);
  account.note('Secretariat', `compares the fingerprint and admits ${person.name}`, `${String(admitted['compartments'])} compartments`);
  await becomeMember(page);
  account.note(person.name, 'asks the server from the hotel', 'accepted; the keys are here');
  return { name: person.name, laptop, page };
}

async function deliverFromHotel(account: Account, { name, page }: Teller): Promise<void> {
  await openPouch(page);
  await expectChannel(page, 'Hotel Wi-Fi');
  const before = await readPouch(page);
  await account.picture(page, 'pouch-at-the-hotel');
  const little = before.goes.length > 0 && before.stays.length > before.goes.length;
  account.note(name, 'looks into the pouch at the hotel', `${String(before.goes.length)} would go, ${String(before.stays.length)} stay`, little);
  const explained = before.stays.every((row) => row.includes('Hotel Wi-Fi') || /accredited/.test(row));
  account.note(name, 'reads why', before.stays[0] ?? '', explained);
  const result = await deliver(page);
  const after = await readPouch(page);
  await account.picture(page, 'delivered-from-the-hotel');
  account.note(name, 'delivers from the hotel', result, after.goes.length === 0 && after.stays.length === before.stays.length);
}

async function deliverFromOffice(account: Account, office: DemoOffice, first: Teller, second: Teller): Promise<void> {
  await office.openInside();
  await openPouch(first.page);
  await expectChannel(first.page, 'Office network');
  await account.picture(first.page, 'pouch-at-the-office');
  const result = await deliver(first.page);
  const after = await readPouch(first.page);
  await account.picture(first.page, 'delivered-from-the-office');
  account.note(first.name, 'delivers from the office', result, after.goes.length === 0 && after.stays.length === 0);
  await openPouch(second.page);
  await expectChannel(second.page, 'Office network');
  const received = await deliver(second.page);
  await account.picture(second.page, 'received-on-the-second-laptop');
  account.note(second.name, 'opens the pouch at the office', received, /received [1-9]/i.test(received));
}
