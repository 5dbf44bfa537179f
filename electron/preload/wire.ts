import type { Answer, CallName } from './bridge.ts';

/** The two channels that exist between the processes. Names of calls and events travel inside. */
export const callChannel = 'rapporteur:call';
export const eventChannel = 'rapporteur:event';

/** Why the main process did not answer a call. Nothing more than this ever crosses. */
export type Refusal = 'foreign-sender' | 'unknown-call' | 'bad-payload' | 'failed';

export type Reply<Name extends CallName> =
  | { readonly ok: true; readonly answer: Answer<Name> }
  | { readonly ok: false; readonly refusal: Refusal };
