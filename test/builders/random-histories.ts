import fc from 'fast-check';
import type { SignSecretKey } from '../../core/crypto/keys.ts';
import { newSignPair } from '../../core/crypto/sodium.ts';
import type { Change } from '../../core/ledger/change.ts';
import { ancestorsOf, headsOf, historyOf } from '../../core/ledger/history.ts';
import { aMove, anApproval, anEdit } from './changes.ts';

/**
 * Histories as four laptops might make them: each step sees some of what exists, and then edits,
 * bins, restores or approves, with a clock that may be wrong by days.
 */
const step = fc.record({
  act: fc.constantFrom('edit', 'edit', 'edit', 'edit', 'bin', 'restore', 'approve' as const),
  device: fc.constantFrom('device-a', 'device-b', 'device-c', 'device-d'),
  sees: fc.array(fc.nat(), { maxLength: 3 }),
  minute: fc.oneof(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -100_000, max: 100_000 })),
  level: fc.constantFrom('UNCLASSIFIED', 'SENSITIVE', 'SENSITIVE', 'R-UE'),
  fields: fc.dictionary(
    fc.constantFrom('title', 'place', 'agenda.k.title', 'agenda.k.order', 'agenda.m.title', 'agenda.k.removed'),
    fc.constantFrom(null, true, 'one', 'two', 'three'),
    { maxKeys: 3, noNullPrototype: true },
  ),
});

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** The changes of one record, in the order in which they were made. Use after `cryptoReady`. */
export const someChanges: fc.Arbitrary<readonly Change[]> = fc.array(step, { minLength: 1, maxLength: 14 }).map(play);

function play(steps: readonly Step[]): readonly Change[] {
  const made: Change[] = [];
  for (const one of steps) made.push(take(one, made));
  return made;
}

let signer: SignSecretKey | undefined;

function take({ act, sees, device, minute, level, fields }: Step, made: readonly Change[]): Change {
  const seen = sees.map((index) => made[index % made.length]).filter((change) => change !== undefined);
  const known = ancestorsOf(historyOf(made), seen.map((change) => change.hash));
  const parents = headsOf(historyOf(made.filter((change) => known.has(change.hash))));
  const circumstances = { parents, device, minute, level };
  if (act === 'bin' || act === 'restore') return aMove(act, circumstances);
  if (act === 'edit' || parents.length === 0) return anEdit(fields, circumstances);
  signer ??= newSignPair().secretKey;
  return anApproval(signer, circumstances);
}
