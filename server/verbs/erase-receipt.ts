import { readFileSync } from 'node:fs';
import { readErasureReceipt } from '../../core/organisation/erasure-receipt.ts';
import { failed, ok } from '../../core/result.ts';
import { atDesk, deskOptions } from '../office/desk.ts';
import { dryRunOption, textOf, type Verb } from '../verb.ts';

/** Notes the receipt of an erase order that came as a file, of a laptop that did not reach the server. */
export const eraseReceipt: Verb = {
  name: 'erase receipt',
  says: 'notes a receipt of erasing that came as a file',
  options: { ...deskOptions, ...dryRunOption, file: { type: 'string', says: 'the text that the laptop saved before it erased', needed: true } },
  run: (surroundings) =>
    atDesk(surroundings, async (desk) => {
      const path = textOf(surroundings.values, 'file');
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch {
        return failed('file-unreadable', { path });
      }
      const receipt = readErasureReceipt(text);
      if (!receipt.ok) return receipt;
      const { device, name, at, erased, undelivered } = receipt.value;
      const book = desk.book();
      const order = book.eraseOrders.find((one) => one.id === receipt.value.order && one.device === device);
      if (order === undefined) return failed('receipt-not-ours');
      const byHand = { at, erased: { ...erased, undelivered } };
      const known = order.byHand !== undefined;
      const kept = known ? ok(null) : desk.keep({ ...book, eraseOrders: book.eraseOrders.map((one) => (one === order ? { ...one, byHand } : one)) });
      if (!kept.ok) return kept;
      return ok({
        lines: [`${name}'s device erased ${String(erased.records)} records and ${String(erased.drafts)} drafts${known ? '; noted before' : ''}.`],
        data: { order: order.id, device, changed: !known, ...byHand },
      });
    }),
};
