import { cryptoReady, newSignPair, randomId } from '../../core/crypto/sodium.ts';
import type { RecordId } from '../../core/ids.ts';
import type { Change } from '../../core/ledger/change.ts';
import { eraseContent } from '../../core/ledger/erasure.ts';
import { headsOf } from '../../core/ledger/history.ts';
import { makeChange, type NewChange } from '../../core/ledger/make-change.ts';
import type { RecordKind } from '../../core/records/kinds.ts';
import type { Ledger } from '../../renderer/engine/notebook/ledger.ts';
import { good, sensitive } from '../builders/engines.ts';
import { aLedger, anEditOf, me, other } from '../builders/ledgers.ts';

/** What a worker is started with, and what it tells: each time something is durable. */
export interface Task {
  readonly name: string;
  readonly dataKey: Uint8Array;
  readonly rest: number;
}
export type News = 'opened' | { readonly record: RecordId; readonly change: Change['hash'] };

const tenDays = 10 * 24 * 60 * 60 * 1000;

/** Somebody at work on a notebook, doing whatever can be done to records, until the worker is ended. */
async function work({ name, dataKey, rest }: Task, tell: (news: News) => void): Promise<never> {
  await cryptoReady;
  const { ledger } = aLedger(name, dataKey, { snapshotRest: rest });
  await ledger.load();
  tell('opened');
  for (;;) {
    const changes = await doSomething(ledger);
    for (const { hash, header } of changes) tell({ record: header.record, change: hash });
  }
}

type Deed = (ledger: Ledger) => Promise<readonly Change[]>;

const deeds: readonly Deed[] = [begin, begin, edit, edit, edit, contradict, bin, finalise, send, send, forget, dream, several];

function doSomething(ledger: Ledger): Promise<readonly Change[]> {
  return one(deeds)(ledger);
}

async function begin(ledger: Ledger): Promise<readonly Change[]> {
  return keep(ledger, [aBeginning()], true);
}

function aBeginning(): Change {
  const kind = one<RecordKind>(['note', 'action', 'meeting', 'case']);
  return anEditOf(randomId<RecordId>(), kind, { [kind === 'action' ? 'text' : 'title']: randomId(), due: null, day: '2031-01-01' });
}

async function edit(ledger: Ledger): Promise<readonly Change[]> {
  const { record, kind, history } = await someRecord(ledger);
  const fields = kind === 'action' ? { status: one(['open', 'done']), due: one(['2030-01-01', '2031-01-01']) } : { title: randomId(), place: randomId() };
  return keep(ledger, [anEditOf(record, kind, fields, { parents: headsOf(history) })], true);
}

/** Another laptop writes what is here already, without knowing. */
async function contradict(ledger: Ledger): Promise<readonly Change[]> {
  const { record, kind, history } = await someRecord(ledger);
  const [first] = history.values();
  return keep(ledger, [anEditOf(record, kind, { title: randomId() }, { by: other, parents: first === undefined ? [] : [first.hash] })], false);
}

async function bin(ledger: Ledger): Promise<readonly Change[]> {
  const { record, kind, history } = await someRecord(ledger);
  return keep(ledger, [made(ledger, { ...common(record, kind), act: one(['bin', 'restore']), parents: headsOf(history) })], true);
}

async function finalise(ledger: Ledger): Promise<readonly Change[]> {
  const { record, kind, history } = await someRecord(ledger);
  const heads = headsOf(history);
  const signWith = newSignPair().secretKey;
  return keep(ledger, [made(ledger, { ...common(record, kind), act: kind === 'meeting' ? 'approve' : 'finalise', parents: heads, frontier: heads, signWith })], true);
}

/** Changes of a record went. */
async function send(ledger: Ledger): Promise<readonly Change[]> {
  await ledger.ready();
  const [record, changes] = one([...ledger.unsent.byRecord()]);
  await ledger.exclusively(() => ledger.keepRows({}, changes.map((change) => ({ record, change }))));
  return [];
}

/** The order came to forget what a change said. */
async function forget(ledger: Ledger): Promise<readonly Change[]> {
  const { history } = await someRecord(ledger);
  return keep(ledger, [eraseContent(one([...history.values()]))], false);
}

/** A laptop whose clock is wrong. */
async function dream(ledger: Ledger): Promise<readonly Change[]> {
  const { record, kind, history } = await someRecord(ledger);
  return keep(ledger, [anEditOf(record, kind, { title: randomId() }, { by: other, parents: headsOf(history), ms: Date.now() + tenDays })], false);
}

async function several(ledger: Ledger): Promise<readonly Change[]> {
  return keep(ledger, Array.from({ length: 20 }, aBeginning), false);
}

async function someRecord(ledger: Ledger) {
  const { record, kind } = one([...ledger.catalogue.all()]);
  return { record, kind, history: await ledger.history(record) };
}

function common(record: RecordId, kind: RecordKind) {
  return { record, kind, author: me.person, device: me.device, level: sensitive };
}

function made(ledger: Ledger, input: NewChange): Change {
  return good(makeChange(input, ledger.nextTime()));
}

async function keep(ledger: Ledger, changes: readonly Change[], own: boolean): Promise<readonly Change[]> {
  good(await ledger.exclusively(() => ledger.keep({ changes, own })));
  return changes;
}

function one<Item>(items: readonly Item[]): Item {
  const chosen = items[Math.floor(Math.random() * items.length)];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
}

globalThis.onmessage = (event: MessageEvent<Task>) => {
  void work(event.data, (news) => globalThis.postMessage(news, {}));
};
