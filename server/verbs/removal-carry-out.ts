import type { ChangeHash, RecordId } from '../../core/ids.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { carryOutAll, keepOrder, newRemovalOrder } from '../office/carry-out.ts';
import { findCompartments } from '../office/compartments.ts';
import { atDesk, deskOptions, type Desk } from '../office/desk.ts';
import { heldBackLine, namesOf } from '../office/order-lines.ts';
import { answersTo, readReceipts } from '../office/receipts.ts';
import type { ServerFailure } from '../sentences.ts';
import { countOf } from '../table.ts';
import { dryRunOption, textOf, textsOf, type OptionValues, type Verb } from '../verb.ts';

/**
 * Takes records out of a compartment, because they were raised to a higher level or because their
 * erasure was ordered. Without --record it carries out again whatever was ordered before.
 */
export const removalCarryOut: Verb = {
  name: 'removal carry-out',
  says: 'takes records out of a compartment by order: signed stubs, what stays packed anew, receipts listed',
  options: {
    ...deskOptions,
    ...dryRunOption,
    compartment: { type: 'string', says: 'GROUP:MARKING' },
    record: { type: 'string', multiple: true, says: 'the record\'s number, as the app shows it in the order; may be given several times' },
    change: { type: 'string', multiple: true, says: 'only these changes of it' },
    kind: { type: 'string', says: 'erasure or raised' },
    ground: { type: 'string', says: 'the order\'s reference and reason; members see it' },
  },
  run: (surroundings) =>
    atDesk(surroundings, async (desk) => {
      const ordered = await order(desk, surroundings.values);
      if (!ordered.ok) return ordered;
      const carried = await carryOutAll(desk);
      if (!carried.ok) return carried;
      const receipts = await readReceipts(desk);
      if (!receipts.ok) return receipts;
      const { stubs, letters, pieces, heldBack } = carried.value;
      const waits = new Set(heldBack.map((one) => one.order));
      const orders = desk.book().removals.map((one) => {
        const { silent, heldBack: holding } = answersTo(desk, one, receipts.value);
        const asked = waits.has(one.id) ? [] : silent;
        return { order: one.id, ground: one.ground, unconfirmed: asked.map((each) => each.device), heldBack: holding.map((each) => each.device), silent: namesOf(asked), holding: namesOf(holding) };
      });
      return ok({
        lines: [
          stubs === 0 ? 'There was nothing left to take away.' : `Taken away or erased: ${countOf(letters, 'letter')} in ${countOf(stubs, 'parcel')}.`,
          ...(pieces === 0 ? [] : [`Taken away of attached files: ${countOf(pieces, 'piece')}.`]),
          ...heldBack.map(heldBackLine),
          ...orders.filter((one) => one.silent !== '').map((one) => `"${one.ground}": not confirmed by ${countOf(one.unconfirmed.length, 'device')} (${one.silent}).`),
          ...orders.filter((one) => one.holding !== '').map((one) => `"${one.ground}": held back under a legal hold by ${countOf(one.heldBack.length, 'device')} (${one.holding}).`),
          'What a laptop has shown or printed is not called back by this.',
        ],
        data: { ...carried.value, orders: orders.map(({ silent: _silent, holding: _holding, ...rest }) => rest) },
      });
    }),
};

async function order(desk: Desk, values: OptionValues): Promise<Result<null, ServerFailure>> {
  const records = textsOf(values, 'record') as readonly RecordId[];
  if (records.length === 0) return ok(null);
  const missing = ['compartment', 'kind', 'ground'].find((name) => textOf(values, name).trim() === '');
  if (missing !== undefined) return failed('option-missing', { option: missing });
  const kind = textOf(values, 'kind');
  if (kind !== 'erasure' && kind !== 'raised') return failed('kind-wrong');
  const found = findCompartments(desk.book(), [textOf(values, 'compartment')]);
  if (!found.ok) return found;
  const compartment = desk.book().compartments.find((one) => one.id === found.value[0]);
  if (compartment === undefined || found.value.length > 1) return failed('compartment-unknown', { name: textOf(values, 'compartment') });
  for (const record of records) {
    const wanted = { record, kind, ground: textOf(values, 'ground').trim(), changes: textsOf(values, 'change') as readonly ChangeHash[] } as const;
    const made = await newRemovalOrder(desk, compartment, wanted);
    if (!made.ok) return made;
    const kept = made.value === null ? ok(null) : keepOrder(desk, made.value);
    if (!kept.ok) return kept;
  }
  return ok(null);
}
