import { beforeAll, describe, expect, test } from 'vitest';
import { cryptoReady, newBoxPair, newSealKey, newSignPair, randomId } from '../crypto/sodium.ts';
import type { ChangeHash, CompartmentId, DeviceId, JwgId, LetterHash, MarkingId, RecordId } from '../ids.ts';
import { isBeyondCutOff } from './cut-off.ts';
import { emptyDirectory, openDirectory, writeDirectoryEntry, type DirectoryBody, type DirectoryState } from './directory.ts';
import { eraseOrderKeyRange, openEraseOrder, ordersDatabaseOf, writeEraseOrder } from './erase-order.ts';
import { keyToText } from './key-text.ts';
import { unwrapForRecovery, wrapForRecovery } from './recovery-key.ts';
import { erasedByOrders } from './removal-order.ts';

const compartment = 'arms-sensitive' as CompartmentId;
const [ana, ben] = ['ana', 'ben'] as DeviceId[] as [DeviceId, DeviceId];
const hash = (digit: string) => digit.repeat(64) as LetterHash;

beforeAll(() => cryptoReady);

function after(...bodies: readonly DirectoryBody[]): DirectoryState {
  const [sign, directory] = [newSignPair(), newSealKey<'directory'>()];
  let state = emptyDirectory;
  for (const body of bodies) {
    const { document } = writeDirectoryEntry(state.head, body, 1_700_000_000_000, { directory, sign: sign.secretKey });
    const next = openDirectory([document], directory, keyToText(sign.publicKey), state);
    if (!next.ok) throw new Error(next.failure.code);
    state = next.value;
  }
  return state;
}

describe('the directory', () => {
  const made: DirectoryBody = { type: 'compartment', compartment, jwg: 'arms' as JwgId, marking: 'SENSITIVE' as MarkingId, epoch: 1 };

  test('a turn raises the epoch and says which letters of removed devices count', () => {
    const state = after(made, { type: 'turn', compartment, epoch: 2, removed: [{ device: ana, last: { number: 5, hash: hash('5') } }, { device: ben, last: null }] });
    expect(state.compartments.get(compartment)).toMatchObject({ epoch: 2, jwg: 'arms' });
    const beyond = (device: DeviceId, number: number, digit: string) => isBeyondCutOff(state, compartment, { device, number, hash: hash(digit) });
    expect([beyond(ana, 4, '4'), beyond(ana, 5, '5'), beyond(ana, 5, '6'), beyond(ana, 6, '6')]).toEqual([false, false, true, true]);
    expect([beyond(ben, 1, '1'), beyond('eve' as DeviceId, 99, '1')]).toEqual([true, false]);
    expect(isBeyondCutOff(state, 'drugs' as CompartmentId, { device: ana, number: 6, hash: hash('6') })).toBe(false);
  });

  test('a later turn gives a removed device nothing back', () => {
    const turn = (epoch: number, number: number): DirectoryBody => ({ type: 'turn', compartment, epoch, removed: [{ device: ana, last: { number, hash: hash('5') } }] });
    expect(after(made, turn(2, 5), turn(3, 9)).cutOffs.get(compartment)?.get(ana)).toEqual({ number: 5, hash: hash('5') });
  });

  test('orders of removal are kept, each once', () => {
    const order = { id: randomId<string>(), kind: 'erasure' as const, compartment, record: randomId<RecordId>(), changes: [hash('a') as string as ChangeHash], ground: 'Order 12', at: 1 };
    const raised = { ...order, id: randomId<string>(), kind: 'raised' as const, changes: [hash('b') as string as ChangeHash] };
    const { removals } = after({ type: 'removal', order }, { type: 'removal', order }, { type: 'removal', order: raised });
    expect(removals).toEqual([order, raised]);
    expect([...erasedByOrders(removals)]).toEqual(order.changes);
  });
});

test('a key wrapped for recovery opens with the recovery key, under its own name only', () => {
  const [recovery, key] = [newBoxPair(), newSealKey<'compartment'>()];
  const wrapped = wrapForRecovery(compartment, { epoch: 3, key }, recovery.publicKey);
  expect(unwrapForRecovery(wrapped, { compartment, epoch: 3 }, recovery)).toEqual({ ok: true, value: key });
  for (const [wanted, pair] of [[{ compartment, epoch: 4 }, recovery], [{ compartment: 'x' as CompartmentId, epoch: 3 }, recovery], [{ compartment, epoch: 3 }, newBoxPair()]] as const) {
    expect(unwrapForRecovery(wrapped, wanted, pair).ok).toBe(false);
  }
});

describe('an erase order', () => {
  test('is found and obeyed by the device that it names, and by no other', () => {
    const [office, box, other] = [newSignPair(), newBoxPair(), newBoxPair()];
    const order = { v: 1 as const, id: randomId<string>(), device: ana, compartments: [compartment], at: 1_700_000_000_000 };
    const document = writeEraseOrder(order, box.publicKey, office.secretKey);
    const { startkey, endkey } = eraseOrderKeyRange(box.publicKey);
    expect(document._id >= startkey && document._id <= endkey).toBe(true);
    const codeOf = (device: DeviceId, pair = box, signKey = office.publicKey) => {
      const opened = openEraseOrder({ ...document, _rev: '1-a' }, pair, device, keyToText(signKey));
      return opened.ok ? opened.value : opened.failure.code;
    };
    expect(codeOf(ana)).toEqual(order);
    expect(codeOf(ben)).toBe('erase-order-other-device');
    expect(codeOf(ana, other)).toBe('erase-order-cannot-open');
    expect(codeOf(ana, box, newSignPair().publicKey)).toBe('erase-order-bad-signature');
    expect(openEraseOrder({}, box, ana, '').ok).toBe(false);
  });

  test('lies in a database whose name every device can tell', () => {
    expect(ordersDatabaseOf(`d${'0'.repeat(32)}`)).toBe(`o${'0'.repeat(32)}`);
  });
});
