import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { z } from 'zod';
import { calls, type Answer, type CallName, type Calls, type EventName, type Events } from '../preload/bridge.ts';
import { callChannel, eventChannel, type Refusal } from '../preload/wire.ts';
import { isTrustedSender } from './trusted-sender.ts';

export type Handler<Name extends CallName> = (payload: z.output<Calls[Name]['payload']>) => Promise<Answer<Name>> | Answer<Name>;
/** Says how one call of the bridge is answered. */
export type Handle = <Name extends CallName>(name: Name, handler: Handler<Name>) => void;

type Answering = (payload: unknown) => Promise<{ ok: true; answer: unknown } | { ok: false; refusal: Refusal }>;

export interface Bridgehead {
  readonly handle: Handle;
  /** Throws when a call of the bridge has no handler: a fault of ours, found at every start. */
  demandAll(): void;
}

/**
 * The main process's end of the bridge. One channel; the call's name travels inside. The sender is
 * checked first, then the name, then the payload and at last our own answer, each by its schema.
 * A refused caller learns one word and never what went wrong inside.
 */
export function openBridgehead(mainContents: () => WebContents | null): Bridgehead {
  const answering = new Map<string, Answering>();
  ipcMain.handle(callChannel, async (event, name: unknown, payload: unknown) => {
    if (!isTrustedSender(senderOf(event), mainContents()?.id ?? null)) return refused('foreign-sender');
    const answer = typeof name === 'string' ? answering.get(name) : undefined;
    return answer === undefined ? refused('unknown-call') : answer(payload);
  });
  return {
    handle: (name, handler) => {
      answering.set(name, answeringWith(name, handler));
    },
    demandAll: () => {
      const missing = Object.keys(calls).filter((name) => !answering.has(name));
      if (missing.length > 0) throw new Error(`Calls without a handler: ${missing.join(', ')}`);
    },
  };
}

function answeringWith<Name extends CallName>(name: Name, handler: Handler<Name>): Answering {
  const { payload: payloadSchema, answer: answerSchema } = calls[name];
  return async (payload) => {
    const parsed = payloadSchema.safeParse(payload);
    if (!parsed.success) return refused('bad-payload');
    try {
      const answer = await handler(parsed.data as z.output<Calls[Name]['payload']>);
      return { ok: true, answer: answerSchema.parse(answer) };
    } catch {
      return refused('failed');
    }
  };
}

function refused(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}

function senderOf(event: IpcMainInvokeEvent) {
  const frame = event.senderFrame;
  return {
    contents: event.sender.id,
    origin: frame === null ? null : frame.origin,
    address: frame?.url ?? '',
    isMainFrame: frame !== null && frame === event.sender.mainFrame,
  };
}

/** Tells the page something, if it is there to hear it. */
export function tell<Name extends EventName>(contents: WebContents | null, name: Name, payload: Events[Name]): void {
  if (contents !== null && !contents.isDestroyed() && !contents.isCrashed()) contents.send(eventChannel, name, payload);
}
