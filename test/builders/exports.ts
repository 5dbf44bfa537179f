import type { SignPair } from '../../core/crypto/keys.ts';
import { newSignPair, toBase64Url } from '../../core/crypto/sodium.ts';
import type { DeviceId, MarkingId, PersonId } from '../../core/ids.ts';
import { fold } from '../../core/ledger/fold.ts';
import { historyOf } from '../../core/ledger/history.ts';
import { defaultScheme } from '../../core/markings/default-scheme.ts';
import type { MinutesLanguage } from '../../core/minutes/labels/languages.ts';
import { minutesDocument } from '../../core/minutes/minutes-document.ts';
import { minutesHtml } from '../../core/minutes/minutes-html.ts';
import type { Meeting } from '../../core/minutes/minutes-source.ts';
import { printedText } from '../../core/minutes/printed-text.ts';
import { signRecord } from '../../core/minutes/signed-record.ts';
import { toFields } from '../../core/records/fields.ts';
import { anApproval, anEdit, aRecord, noon } from './changes.ts';
import { aSource } from './meetings.ts';

/** What the engine hands to the printer, and the key that its record was signed with. */
export interface AnExport {
  readonly job: {
    readonly html: string;
    readonly title: string;
    readonly language: string;
    readonly level: string;
    readonly banner: string;
    readonly pageLabel: string;
    readonly reference: string;
    readonly record: Uint8Array<ArrayBuffer>;
    readonly suggestedName: string;
  };
  readonly signer: SignPair;
}

/** An export of a meeting that was written in one go and approved. Needs `cryptoReady`. */
export function anExport(meeting: Meeting, { language = 'en', level = 'SENSITIVE' }: { language?: MinutesLanguage; level?: string } = {}): AnExport {
  const signer = newSignPair();
  const device = toBase64Url(signer.publicKey);
  const edit = anEdit(toFields('meeting', meeting), { device, level });
  const approval = anApproval(signer.secretKey, { parents: [edit], device, minute: 1, level });
  const history = historyOf([edit, approval]);
  const document = minutesDocument(aSource(meeting, { language, level: level as MarkingId }));
  const html = minutesHtml(document);
  const record = signRecord(
    {
      record: aRecord, person: 'person-1' as PersonId, device: device as DeviceId, name: 'Élise Moreau-Lefèvre', at: noon, title: meeting.title,
      level: level as MarkingId, language, frontier: [edit.hash], text: printedText(html), history,
      state: fold(history, { now: noon, scheme: defaultScheme }), approvedBy: [approval.hash],
    },
    signer.secretKey,
  );
  return {
    job: {
      html, title: meeting.title, language, level: document.marking, banner: document.banner, pageLabel: document.labels.pageOf, reference: meeting.reference,
      record: new Uint8Array(record), suggestedName: 'Minutes.pdf',
    },
    signer,
  };
}
