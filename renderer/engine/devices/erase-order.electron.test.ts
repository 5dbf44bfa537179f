import { beforeAll, describe, expect, test } from 'vitest';
import { jsonToBytes } from '../../../core/crypto/canonical.ts';
import { cryptoReady, newBoxPair, newSignPair, randomId, toBase64Url } from '../../../core/crypto/sodium.ts';
import type { CompartmentId, DeviceId, LetterHash, ParcelId, RecordId } from '../../../core/ids.ts';
import { writeEraseOrder } from '../../../core/organisation/erase-order.ts';
import { readErasureReceipt } from '../../../core/organisation/erasure-receipt.ts';
import { aNote, ana, anEngine, codeOf, freshName, good, passphrase, rawRows, sensitive, type TestEngine } from '../../../test/builders/engines.ts';
import { anOrganisation, type TestOrganisation } from '../../../test/builders/profiles.ts';

beforeAll(() => cryptoReady);

const firearms = 'compartment-firearms' as CompartmentId;
const drugs = 'compartment-drugs' as CompartmentId;

interface Joined extends TestEngine {
  readonly organisation: TestOrganisation;
  readonly name: string;
  order(compartments: readonly CompartmentId[], by?: TestOrganisation, device?: DeviceId): Uint8Array;
}

async function joined(): Promise<Joined> {
  const organisation = anOrganisation(Date.now());
  const name = await freshName();
  const made = anEngine(name);
  good(await made.engine.organisation.createAndJoin(organisation.file(), ana, passphrase));
  const { box, device } = made.ground().identity;
  return {
    ...made,
    organisation,
    name,
    order: (compartments, by = organisation, to = device) =>
      jsonToBytes(writeEraseOrder({ v: 1, id: randomId(), device: to, compartments: [...compartments], at: Date.now() }, box.publicKey, by.sign.secretKey)),
  };
}

/** Enters that a record's changes came through a compartment, as the pouch does. */
async function throughCompartment({ ground }: Joined, record: RecordId, compartment: CompartmentId): Promise<void> {
  const changes = [...(await ground().ledger.history(record)).keys()];
  const hash = randomId<string>().padEnd(64, '0') as LetterHash;
  const letter = { compartment, device: 'device' as DeviceId, number: 1, hash, previous: null, seen: {}, record, changes, parcel: 'parcel' as ParcelId };
  good(await ground().ledger.storeArrived({ changes: [], letters: [letter] }));
}

describe('an erase order', () => {
  test('erases the compartments it names, their drafts and their rows, and nothing else', async () => {
    const laptop = await joined();
    const { engine, name } = laptop;
    const gone = await aNote(engine, 'seen through firearms');
    const stays = await aNote(engine, 'seen through drugs');
    const own = await aNote(engine, 'never sent');
    const both = await aNote(engine, 'in both');
    await throughCompartment(laptop, gone.record, firearms);
    await throughCompartment(laptop, stays.record, drugs);
    await throughCompartment(laptop, both.record, firearms);
    await throughCompartment(laptop, both.record, drugs);
    good(await engine.drafts.keep({ draft: await engine.drafts.newId(), kind: 'note', record: gone.record, heads: gone.heads, level: sensitive, value: { title: 'more of it' } }));
    const rowsBefore = (await rawRows(name))['changes']?.length ?? 0;
    const { receipt, block } = good(await engine.devices.inspectOrder(laptop.order([firearms])));
    expect(receipt).toMatchObject({ compartments: [firearms], erased: { records: 1, drafts: 1 } });
    expect(good(readErasureReceipt(block))).toEqual(receipt);
    expect(await engine.notebook.list('note')).toHaveLength(4);
    good(await engine.devices.carryOutOrder());
    expect((await engine.vault.state()).state).toBe('locked');
    expect((await rawRows(name))['changes']).toHaveLength(rowsBefore - 1);
    good(await engine.vault.unlock(passphrase));
    expect((await engine.notebook.list('note')).map((row) => row.title).toSorted()).toEqual(['in both', 'never sent', 'seen through drugs']);
    expect(await engine.drafts.list()).toEqual([]);
    expect(await engine.notebook.open('note', own.record)).toMatchObject({ ok: true });
    await engine.end();
  });

  test('of somebody else, for somebody else, or altered erases nothing', async () => {
    const laptop = await joined();
    const note = await aNote(laptop.engine, 'stays');
    await throughCompartment(laptop, note.record, firearms);
    const refused = async (file: Uint8Array) => codeOf(await laptop.engine.devices.inspectOrder(file));
    expect(await refused(laptop.order([firearms], anOrganisation(Date.now())))).toBe('erase-order-bad-signature');
    expect(await refused(laptop.order([firearms], laptop.organisation, toBase64Url(newSignPair().publicKey) as DeviceId))).toBe('erase-order-other-device');
    const elsewhere = writeEraseOrder({ v: 1, id: randomId(), device: laptop.ground().identity.device, compartments: [firearms], at: 1 }, newBoxPair().publicKey, laptop.organisation.sign.secretKey);
    expect(await refused(jsonToBytes(elsewhere))).toBe('erase-order-cannot-open');
    expect(await refused(jsonToBytes({ error: 'unauthorized', status: 401 }))).toBe('erase-order-malformed');
    expect(codeOf(await laptop.engine.devices.carryOutOrder())).toBe('receipt-missing');
    // An order's receipt is no leave to erase everything, nor the other way round.
    good(await laptop.engine.devices.inspectOrder(laptop.order([drugs])));
    expect(codeOf(await laptop.engine.devices.erase())).toBe('receipt-missing');
    expect(await laptop.engine.notebook.list('note')).toHaveLength(1);
    await laptop.engine.end();
  });
});
