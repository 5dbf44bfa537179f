import type { Page } from '@playwright/test';
import { openLaptop, type Laptop } from '../e2e/laptop.ts';
import { join, type Person } from '../e2e/pages/gate.ts';
import { becomeMember, deliver, deliveryResult, expectChannel, openPouch, readPouch, type PouchColumns } from '../e2e/pages/pouch.ts';
import type { Account } from './account.ts';
import { tellCasework } from './casework.ts';
import { tellConflict } from './conflict.ts';
import { openDemoOffice, type DemoOffice } from './demo-office.ts';
import { tellMinutes } from './minutes.ts';
import { readUntil } from './read-until.ts';

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
  const isLittle = ({ goes, stays }: PouchColumns) => goes.length > 0 && stays.length > goes.length;
  const before = await readUntil(() => readPouch(page), isLittle);
  await account.picture(page, 'pouch-at-the-hotel');
  account.note(name, 'looks into the pouch at the hotel', `${String(before.goes.length)} would go, ${String(before.stays.length)} stay`, isLittle(before));
  const explained = before.stays.every((row) => row.includes('Hotel Wi-Fi') || /accredited/.test(row));
  account.note(name, 'reads why', before.stays[0] ?? '', explained);
  await deliver(page);
  const isGone = ({ goes, stays }: PouchColumns) => goes.length === 0 && stays.length === before.stays.length;
  const after = await readUntil(() => readPouch(page), isGone);
  await account.picture(page, 'delivered-from-the-hotel');
  account.note(name, 'delivers from the hotel', await resultOn(page, /delivered [1-9]/i), isGone(after));
}

async function deliverFromOffice(account: Account, office: DemoOffice, first: Teller, second: Teller): Promise<void> {
  await office.openInside();
  await openPouch(first.page);
  await expectChannel(first.page, 'Office network');
  await account.picture(first.page, 'pouch-at-the-office');
  await deliver(first.page);
  const isEmpty = ({ goes, stays }: PouchColumns) => goes.length + stays.length === 0;
  const after = await readUntil(() => readPouch(first.page), isEmpty);
  await account.picture(first.page, 'delivered-from-the-office');
  account.note(first.name, 'delivers from the office', await resultOn(first.page, /delivered [1-9]/i), isEmpty(after));
  await openPouch(second.page);
  await expectChannel(second.page, 'Office network');
  await deliver(second.page);
  const received = await resultOn(second.page, /received [1-9]/i);
  await account.picture(second.page, 'received-on-the-second-laptop');
  account.note(second.name, 'opens the pouch at the office', received, /received [1-9]/i.test(received));
}

/** What the screen says came of the delivery, in one line. */
async function resultOn(page: Page, words: RegExp): Promise<string> {
  const text = await readUntil(() => deliveryResult(page).innerText(), (said) => words.test(said));
  return text.replaceAll(/\s*\n\s*/g, ' · ');
}
