import type { ProtectionApi } from './protection-api.ts';

/** The watch over names of whatever session there is when it is asked. */
export function protectionApi(now: () => ProtectionApi): ProtectionApi {
  return {
    watch: (record, names) => now().watch(record, names),
    unwatch: (record) => now().unwatch(record),
    ofDraft: (draft) => now().ofDraft(draft),
    check: (kind, value) => now().check(kind, value),
    checkRecords: (records) => now().checkRecords(records),
  };
}
