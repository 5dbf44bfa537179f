import { z } from 'zod';

/**
 * The whole contract between the main process and the renderer. `calls` are asked by the renderer
 * and answered by the main process; `events` are told by the main process. Payloads and answers
 * are parsed with these schemas on the main side; nothing else passes.
 */
const bytes = z.instanceof(Uint8Array);
const fileName = z.string().min(1).max(200);

export const filePurposes = ['profile', 'join-request', 'recovery-kit', 'minutes', 'pairing', 'backup', 'release', 'erasure-receipt', 'erase-order', 'hand-over', 'pouch', 'table', 'contacts', 'calendar', 'picture', 'drawing', 'report', 'report-document'] as const;

const outgoing = z.string().regex(/^[0-9a-f]{24}$/);
const writeFailures = ['disk-full', 'too-large-there', 'not-allowed', 'unwritable'] as const;

const markingChoice = z.string().regex(/^[\w-]{1,64}$/);

export const channelState = z.strictObject({
  network: z.string().nullable(),
  /** Why no network is recognised; `null` when one is, or when there is nothing to recognise yet. */
  obstacle: z.enum(['nothing-fits', 'server-absent', 'wrong-server', 'certificate-date', 'profile-expired']).nullable(),
  name: z.string(),
  reachable: z.boolean(),
  accreditation: z.string().nullable(),
  loweredTo: z.string().nullable(),
  /** Minutes that this laptop's clock is before the server's, negative when behind; `null`: they agree, or nothing was heard yet. */
  clockAhead: z.number().int().nullable(),
});
export type BridgeChannelState = z.infer<typeof channelState>;

export const printJob = z.strictObject({
  html: z.string().max(20_000_000),
  title: z.string().max(500),
  language: z.string().max(20),
  /** The overall marking; the banner is its full form. */
  level: markingChoice,
  banner: z.string().max(400),
  pageLabel: z.string().max(100),
  reference: z.string().max(300),
  record: bytes,
  suggestedName: fileName,
});

export const calls = {
  'app:info': { payload: z.undefined(), answer: z.strictObject({ version: z.string(), electron: z.string(), chromium: z.string(), platform: z.string(), official: z.boolean() }) },
  /** Opens a file of that purpose that the person picks; `null` when they do not. */
  'file:open': { payload: z.strictObject({ purpose: z.enum(filePurposes) }), answer: z.union([z.null(), z.strictObject({ name: z.string(), bytes }), z.strictObject({ failure: z.enum(['too-large', 'unreadable']) })]) },
  /** Saves bytes where the person says; `null` when they do not. */
  'file:save': { payload: z.strictObject({ purpose: z.enum(filePurposes), suggestedName: fileName, bytes }), answer: z.union([z.null(), z.strictObject({ name: z.string() }), z.strictObject({ failure: z.enum(writeFailures) })]) },
  /**
   * Begins a file that leaves the app: saved where the person says (`null` when they do not), a backup
   * as such, or for the system's program to open. Then its pieces, one after the other, and the end; nothing stands
   * in its place before that.
   */
  'outside:begin': { payload: z.strictObject({ how: z.enum(['save', 'backup', 'open']), suggestedName: fileName }), answer: z.union([z.null(), z.strictObject({ id: outgoing }), z.strictObject({ failure: z.enum([...writeFailures, 'not-opened-from-here']) })]) },
  'outside:piece': { payload: z.strictObject({ id: outgoing, bytes }), answer: z.union([z.null(), z.strictObject({ failure: z.enum(writeFailures) })]) },
  'outside:end': { payload: z.strictObject({ id: outgoing }), answer: z.union([z.strictObject({ name: z.string() }), z.strictObject({ failure: z.enum([...writeFailures, 'no-program']) })]) },
  'outside:abandon': { payload: z.strictObject({ id: outgoing }), answer: z.null() },
  /** Minutes as PDF bytes: printed, marked on every page, the signed record inside. */
  'print:pdf': { payload: printJob, answer: z.union([z.strictObject({ pdf: bytes, pages: z.number().int() }), z.strictObject({ failure: z.enum(['print-failed', 'cancelled']) })]) },
  /** Prints a page (the recovery kit, a timeline) on paper; whatever marks it is in the page. */
  'print:paper': { payload: z.strictObject({ html: z.string().max(20_000_000) }), answer: z.enum(['printed', 'cancelled', 'failed']) },
  /** Hands over the signed profile, the credential and the level of each database, for this session only. */
  'channel:configure': {
    payload: z.strictObject({
      profile: bytes,
      credential: z.strictObject({ user: z.string().max(200), password: z.string().max(500) }).nullable(),
      databases: z.array(z.strictObject({ name: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/), marking: markingChoice.nullable() })).max(2000),
      ceiling: markingChoice,
    }),
    answer: z.enum(['configured', 'profile-refused']),
  },
  /** Forgets all of it (lock). */
  'channel:forget': { payload: z.undefined(), answer: z.null() },
  'channel:state': { payload: z.undefined(), answer: channelState },
  'channel:lower': { payload: z.strictObject({ to: z.union([markingChoice, z.literal('nothing'), z.null()]) }), answer: channelState },
  /** Puts text on the clipboard; marked text is taken off it again after a minute. */
  'clipboard:write': { payload: z.strictObject({ text: z.string().max(5_000_000), marked: z.boolean() }), answer: z.null() },
  /** The page is ready (the splash may go) or locked (the menus shrink, the channel is forgotten). */
  'window:phase': { payload: z.enum(['starting', 'locked', 'open']), answer: z.null() },
  /** The language of menus and dialogs; the system's until told. */
  'window:language': { payload: z.enum(['en', 'fr']), answer: z.null() },
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Payload<Name extends CallName> = z.input<Calls[Name]['payload']>;
export type Answer<Name extends CallName> = z.output<Calls[Name]['answer']>;

/** Commands that menus and accelerators send; the interface decides what they do where it is. */
export const commands = [
  'new-note', 'new-meeting', 'new-case', 'new-action', 'new-request', 'new-contact', 'new-subject', 'new-activity', 'new-authority', 'new-jwg', 'new-series', 'new-proceedings', 'new-protection', 'new-indicator', 'commands', 'find-here', 'find-everywhere', 'lock', 'done', 'undo', 'redo', 'next-pane', 'export', 'deliver', 'settings', 'go-today', 'go-cases', 'go-notes', 'go-meetings', 'go-actions', 'go-my-actions', 'go-pouch',
  'go-requests', 'go-contacts', 'go-subjects', 'go-groups', 'go-advisory', 'go-authorities', 'go-series', 'go-proceedings', 'go-protection', 'go-report', 'go-indicators', 'go-import', 'go-registers', 'go-guide', 'shortcuts',
] as const;
export type Command = (typeof commands)[number];

export interface Events {
  readonly command: Command;
  /** The system sleeps or its screen locks. */
  readonly 'lock-now': 'suspend' | 'screen-lock';
  readonly channel: BridgeChannelState;
  /** The window wants to close: the interface keeps what is typed, then says `window:phase` `locked`. */
  readonly closing: null;
}
export type EventName = keyof Events;

/** What the preload script puts on `window.rapporteur`. */
export interface Bridge {
  call<Name extends CallName>(name: Name, payload: Payload<Name>): Promise<Answer<Name>>;
  on<Name extends EventName>(name: Name, listener: (event: Events[Name]) => void): () => void;
}
