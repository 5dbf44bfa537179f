import type { ChangeHash, RecordId } from '../../../core/ids.ts';
import { chaotic, oneOf, seeded, type Random } from '../../office/chaos.ts';
import { exchange, rewrites, writes } from '../../office/exchanging.ts';
import { aLaptop, aMember, foundOffice, passphrase, standingOffice, type Laptop, type Line, type Office } from '../../office/laptop.ts';
import type { Held, Told, Victims } from './victims.ts';

/**
 * Two laptops at work in one process, which somebody ends without warning. What is durable is told
 * to that somebody as soon as the engine has promised it.
 */
const order = (await (await fetch('/kill/order')).json()) as { readonly known: Victims | null; readonly end: boolean; readonly seed: number };
const random = seeded(order.seed);

async function tell(what: string, body: unknown): Promise<void> {
  await fetch(`/kill/${what}`, { method: 'POST', body: JSON.stringify(body) });
}

function badLine(rate: number): Line {
  return { send: (usual) => chaotic(usual, random, () => rate) };
}

/** The first time there is an office to found and to join; from then on the same notebooks are opened again. */
async function opened(): Promise<{ readonly office: Office; readonly laptops: readonly Laptop[] }> {
  const line = order.end ? {} : badLine(0.15);
  const known = order.known;
  if (known !== null) {
    const office = await standingOffice(known.office);
    return { office, laptops: await Promise.all(known.laptops.map((name) => unlocked(office, name, line))) };
  }
  const office = await foundOffice();
  const laptops: Laptop[] = [];
  for (const name of ['Ana', 'Ben']) {
    const member = await aMember(office, { name });
    await exchange(member);
    laptops.push(member);
  }
  await tell('victims', { office: office.id, laptops: laptops.map((one) => one.name) } satisfies Victims);
  return { office, laptops };
}

async function unlocked(office: Office, name: string, line: Line): Promise<Laptop> {
  const laptop = aLaptop(office, undefined, { ...line, name });
  const me = await laptop.engine.vault.unlock(passphrase);
  if (!me.ok) throw new Error(`after a kill the notebook answers ${me.failure.code}`);
  return laptop;
}

async function work(laptop: Laptop): Promise<never> {
  for (let turn = 0; ; turn += 1) {
    const dice = random();
    if (dice < 0.5) await promised(laptop, await writes(laptop, `Note ${order.seed}-${turn}`));
    else if (dice < 0.7) await edited(laptop, random, turn);
    else await laptop.engine.pouch.exchange();
  }
}

async function edited(laptop: Laptop, chance: Random, turn: number): Promise<void> {
  const here = (await laptop.engine.notebook.list('note')).map((row) => row.record);
  if (here.length === 0) return;
  const record = oneOf(chance, here);
  await rewrites(laptop, record, `Edit ${order.seed}-${turn}`);
  await promised(laptop, record);
}

async function promised(laptop: Laptop, record: RecordId): Promise<void> {
  const changes = (await laptop.engine.notebook.history(record)).map((one) => one.change);
  await tell('promised', { record, changes } satisfies Told);
}

/** Over a good line again: exchanges until nothing moves, and says what each laptop holds; a new one too. */
async function settle(office: Office, laptops: readonly Laptop[]): Promise<void> {
  const eve = await aMember(office, { name: 'Eve' });
  const all = [...laptops, eve];
  for (let round = 0; round < 8; round += 1) {
    let moved = 0;
    for (const laptop of all) {
      const report = await exchange(laptop);
      if (report.failure !== null || report.refused.length > 0 || report.unconfirmed > 0) throw new Error(`over a good line: ${JSON.stringify(report)}`);
      moved += report.delivered + report.received;
    }
    if (moved === 0) break;
    if (round === 7) throw new Error('it never came to rest');
  }
  await tell('held', await Promise.all(all.map(held)));
}

async function held(laptop: Laptop): Promise<Held> {
  const records: Record<RecordId, readonly ChangeHash[]> = {};
  for (const { record } of await laptop.engine.notebook.list('note')) {
    records[record] = (await laptop.engine.notebook.history(record)).map((one) => one.change).toSorted();
  }
  return records;
}

try {
  const { office, laptops } = await opened();
  await tell('opened', {});
  if (order.end) await settle(office, laptops);
  else await Promise.all(laptops.map(work));
} catch (cause) {
  await tell('broken', { why: cause instanceof Error ? `${cause.message}\n${cause.stack ?? ''}` : String(cause) });
}
