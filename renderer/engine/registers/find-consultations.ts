import type { DeviceId, RecordId } from '../../../core/ids.ts';
import type { TransferShown } from '../../../core/registers/transfers-shown.ts';
import { foldName } from '../../../core/text/fold-name.ts';
import { localDay } from '../notebook/today.ts';
import type { ConsultationEntry } from './consultation-log.ts';
import { transferRow } from './find-transfers.ts';
import type { ConsultationAnswer, ConsultationDid, ConsultationQuery, ConsultationRow } from './registers-api.ts';

/** One line of the log before it is made for the screen: an entry of its own, or a transfer that a person made. */
export type Consulted = { readonly entry: ConsultationEntry } | { readonly transfer: TransferShown };

const everything: readonly ConsultationDid[] = ['opened', 'searched', 'revealed', 'left'];

/** What a person took out or handed over is consultation too; what the pouch delivered is not. */
export function isConsultation({ begun }: TransferShown): boolean {
  return begun.act !== 'sealed';
}

/** The lines of both registers that fit, and how many of each there are. `titleOf`: what a record is called now. */
export function findConsultations(all: readonly Consulted[], query: ConsultationQuery, titleOf: (record: RecordId) => string): Omit<ConsultationAnswer, 'rows'> & { readonly found: readonly Consulted[] } {
  const words = foldName(query.words).split(' ').filter((word) => word !== '');
  const folded = foldedOnce();
  const fitting = all.filter((one) => isWithin(one, query) && (words.length === 0 || holdsAll(textOf(one, titleOf, folded), words)));
  const wanted = query.did.length === 0 ? fitting : fitting.filter((one) => query.did.includes(didOf(one)));
  const counts = everything.map((did) => ({ did, count: fitting.filter((one) => didOf(one) === did).length }));
  const found = wanted.toSorted((one, other) => (query.descending ? -1 : 1) * (atOf(one) - atOf(other) || numberOf(one) - numberOf(other)));
  return { all: all.length, total: found.length, did: counts.filter((one) => one.count > 0), found };
}

export function consultationRow(one: Consulted, here: DeviceId): ConsultationRow {
  const nothing = { record: null, kind: null, level: null, aboutPersons: false, search: null, revealed: null, justification: '', transfer: null } as const;
  if ('transfer' in one) {
    const row = transferRow(one.transfer, here);
    return { ...nothing, id: `left ${row.transfer}`, at: row.at, did: 'left', aboutPersons: row.aboutPersons, transfer: row, elsewhere: row.elsewhere };
  }
  const { content, at, device, number } = one.entry;
  const line = { ...nothing, id: `${device} ${String(number)}`, at, did: content.did, elsewhere: device !== here };
  switch (content.did) {
    case 'opened':
      return { ...line, record: content.record, kind: content.kind, level: content.level, aboutPersons: content.aboutPersons };
    case 'searched':
      return { ...line, kind: content.within, search: { words: content.words, found: content.found } };
    case 'revealed': {
      const { what, kind, level } = content;
      return what === 'restricted' ? { ...line, kind, level, revealed: what, record: content.record, justification: content.justification, aboutPersons: true } : { ...line, kind, level, revealed: what };
    }
  }
}

function didOf(one: Consulted): ConsultationDid {
  return 'transfer' in one ? 'left' : one.entry.content.did;
}

function atOf(one: Consulted): number {
  return 'transfer' in one ? one.transfer.at : one.entry.at;
}

function numberOf(one: Consulted): number {
  return 'transfer' in one ? one.transfer.number : one.entry.number;
}

function recordsOf(one: Consulted): readonly RecordId[] {
  if ('transfer' in one) return one.transfer.lots.flatMap((lot) => lot.records);
  const { content } = one.entry;
  return 'record' in content ? [content.record] : [];
}

function isWithin(one: Consulted, { from, to, record }: ConsultationQuery): boolean {
  if (from !== null || to !== null) {
    const day = localDay(atOf(one));
    if ((from !== null && day < from) || (to !== null && day > to)) return false;
  }
  return record === null || recordsOf(one).includes(record);
}

function textOf(one: Consulted, titleOf: (record: RecordId) => string, folded: (text: string) => string): string {
  const titles = recordsOf(one).slice(0, 200).map((record) => folded(titleOf(record)));
  if ('transfer' in one) return titles.join(' ');
  const { content } = one.entry;
  const said = content.did === 'searched' ? content.words : content.did === 'revealed' && content.what === 'restricted' ? content.justification : '';
  return [folded(said), ...titles].join(' ');
}

/** The same few records are looked at again and again. */
function foldedOnce(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const folded = foldName(text);
    known.set(text, folded);
    return folded;
  };
}

function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
