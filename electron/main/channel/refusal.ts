import { securityHeaders } from '../page-policy.ts';

/** What this side answers in the server's stead, with the status it travels under. */
const statuses = {
  'no-channel': 503,
  'above-channel': 403,
  'above-device': 403,
  'not-allowed': 405,
  'too-large': 413,
  'no-credential': 401,
  'wrong-server': 502,
  'certificate-date': 502,
  'server-garbled': 502,
  'server-absent': 504,
} as const;

export type SyncRefusal = keyof typeof statuses;

/** The header that tells such an answer from one of the server's own. */
export const refusalHeader = 'x-rapporteur-channel';

export function refusal(code: SyncRefusal): Response {
  return new Response(JSON.stringify({ error: code, reason: code }), {
    status: statuses[code],
    headers: { ...securityHeaders(null), 'content-type': 'application/json; charset=utf-8', [refusalHeader]: code },
  });
}
