import type { ItemKey } from '../../../core/ids.ts';
import { byOrder, newItemKey, orderAt } from '../../../core/records/order.ts';
import type { Attachment } from '../../../core/records/parts.ts';
import type { TakenFile } from '../../engine/api.ts';
import { today } from '../words/dates.ts';

export type Attachments = readonly Attachment[];
/** How a list becomes the next one: what is there when it is applied counts, not what was there when it was thought of. */
export type ChangeOfList = (now: Attachments) => Attachment[];

export function inOrder(list: Attachments): Attachment[] {
  return list.toSorted(byOrder);
}

/** Adds a file that was taken in, at the end. */
export function withTaken(about: { readonly name: string; readonly mediaType: string }, taken: TakenFile): ChangeOfList {
  return (now) => {
    const shown = inOrder(now);
    const key: ItemKey = newItemKey((bytes) => crypto.getRandomValues(bytes));
    const order = orderAt(shown.map((one) => one.order), shown.length);
    const { file, size, sha256 } = taken;
    const blank = { receivedFrom: '', receivedOn: today(), evidence: 'not-said', evidenceDetail: '', handOvers: [] } as const;
    return [...shown, { ...blank, key, order, name: fittingName(about.name), mediaType: about.mediaType.slice(0, 120), size, sha256, file, handOvers: [] }];
  };
}

export function without(key: ItemKey): ChangeOfList {
  return (now) => now.filter((one) => one.key !== key);
}

/** Puts one back where it stood. */
export function withBack(attachment: Attachment): ChangeOfList {
  return (now) => (now.some((one) => one.key === attachment.key) ? [...now] : [...now, attachment]);
}

export function withChanged(key: ItemKey, change: Partial<Attachment>): ChangeOfList {
  return (now) => now.map((one) => (one.key === key ? { ...one, ...change } : one));
}

/** A record takes 300 characters and never an empty name; the extension stays. */
export function fittingName(name: string): string {
  const plain = name.normalize('NFC').replace(/\p{Cc}/gu, ' ').trim();
  if (plain === '') return 'file';
  if (plain.length <= 300) return plain;
  const extension = /\.[^.]{1,20}$/.exec(plain)?.[0] ?? '';
  return plain.slice(0, 300 - extension.length) + extension;
}
