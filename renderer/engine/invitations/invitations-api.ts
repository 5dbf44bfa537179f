import type { ExportReason } from '../../../core/clearance/export.ts';
import type { RecordId } from '../../../core/ids.ts';
import type { InvitationChoices, MeetingHours } from '../../../core/meetings/invitation.ts';
import type { Recipient } from '../../../core/registers/transfer.ts';
import type { Result } from '../../../core/result.ts';

export type { InvitationChoices, MeetingHours };

/** What an invitation would say, for the person to decide about. */
export interface InvitationProposal {
  /** The title where all of it may be read by anybody; otherwise the reference, or nothing. */
  readonly subject: string;
  /** Everything is at the lowest level: only then may the agenda go with it. */
  readonly unmarked: boolean;
  readonly meetings: readonly (MeetingHours & { readonly place: string })[];
  readonly hasAgenda: boolean;
  /** Those on the attendance lists, each once; `address` where a contact has one. */
  readonly people: readonly { readonly name: string; readonly address: string | null }[];
}

export interface CalendarExport {
  readonly file: Uint8Array<ArrayBuffer>;
  readonly suggestedName: string;
  /** Who is on the list of what is in it, each once, for the register of transfers. */
  readonly recipients: readonly Recipient[];
}

/** `no-day`: a meeting without a day is in no calendar. `not-for-calendars`: something marked above the lowest level was to go. */
export type InvitationFailure = 'not-found' | 'vault-locked' | 'no-day' | 'not-for-calendars' | 'export-refused' | 'mail-address';

/**
 * Meetings as a calendar file (RFC 5545). A calendar is read by whoever sees the screen, the
 * telephone and the server it is kept on, so that what is marked above the lowest level leaves as
 * day, time and place only.
 */
export interface InvitationsApi {
  propose(meetings: readonly RecordId[]): Promise<Result<InvitationProposal, InvitationFailure>>;
  /** Why these may not be given to those on their attendance lists; empty when they may. */
  refusals(meetings: readonly RecordId[], h3Confirmed: boolean): Promise<readonly ExportReason[]>;
  prepare(meetings: readonly RecordId[], choices: InvitationChoices, h3Confirmed: boolean): Promise<Result<CalendarExport, InvitationFailure>>;
}
