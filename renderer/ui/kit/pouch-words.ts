import type { TFunction } from 'i18next';
import { sayingsOf, type PouchSaying, type PouchStanding } from '../../../core/pouch/standing.ts';
import { useDelivery } from '../engine-client/delivery.ts';

/** What may truly be said of the pouch now; nothing as long as it was not counted. */
export function usePouchSayings(standing: PouchStanding | null | undefined): readonly PouchSaying[] {
  const { running } = useDelivery();
  return standing === null || standing === undefined ? [] : sayingsOf(standing, running);
}

/** One saying as part of a line: "3 to go". */
export function sayingInWords(saying: PouchSaying, say: TFunction<'pouchState'>): string {
  if ('count' in saying) return say(saying.says, { count: saying.count });
  return saying.says === 'not-fetched-network' ? say(saying.says, { network: saying.network }) : say(saying.says);
}
