import type { ChangeHash, RecordId } from '../../core/ids.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { carryOutAll, newRemovalOrder, publishOrder } from '../office/carry-out.ts';
import { findCompartments } from '../office/compartments.ts';
import { atDesk, deskOptions, type Desk } from '../office/desk.ts';
import { readReceipts, silentAbout } from '../office/receipts.ts';
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
      const orders = desk.book().removals.map((one) => {
        const silent = silentAbout(desk, one, receipts.value);
        return { order: one.id, ground: one.ground, unconfirmed: silent.map((each) => each.device), names: silent.map((each) => each.name) };
      });
      const { stubs, letters, pieces } = carried.value;
      return ok({
        lines: [
          stubs === 0 ? 'There was nothing left to take away.' : `Taken away or erased: ${countOf(letters, 'letter')} in ${countOf(stubs, 'parcel')}.`,
          ...(pieces === 0 ? [] : [`Taken away of attached files: ${countOf(pieces, 'piece')}.`]),
          ...orders.filter((one) => one.names.length > 0).map((one) => `"${one.ground}": not confirmed by ${countOf(one.names.length, 'device')} (${one.names.join(', ')}).`),
          'What a laptop has shown or printed is not called back by this.',
        ],
        data: { ...carried.value, orders: orders.map(({ names: _names, ...rest }) => rest) },
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
    const published = made.value === null ? ok(null) : await publishOrder(desk, made.value);
    if (!published.ok) return published;
  }
  return ok(null);
}
