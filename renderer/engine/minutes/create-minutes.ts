import { decideExport, type ExportReason } from '../../../core/clearance/export.ts';
import { cryptoReady } from '../../../core/crypto/sodium.ts';
import type { CountryCode, RecordId } from '../../../core/ids.ts';
import { labelsOf } from '../../../core/minutes/labels/labels-of.ts';
import { minutesBlocks } from '../../../core/minutes/minutes-blocks.ts';
import { minutesDocument } from '../../../core/minutes/minutes-document.ts';
import { minutesHtml, tableHeads } from '../../../core/minutes/minutes-html.ts';
import type { Meeting } from '../../../core/minutes/minutes-source.ts';
import { comparePages, printedText } from '../../../core/minutes/printed-text.ts';
import { longestText, signRecord, verifyRecord } from '../../../core/minutes/signed-record.ts';
import { includesThirdCountries } from '../../../core/organisation/default-profile.ts';
import { verifyReport } from '../../../core/report/signed-report.ts';
import { failed, ok } from '../../../core/result.ts';
import type { MinutesApi, MinutesJob, MinutesOptions } from '../api.ts';
import type { MinutesGround } from '../minutes-seam/minutes-ground.ts';
import { gatherMeeting, type GatheredMeeting } from './meeting-source.ts';
import { suggestedName } from './suggested-name.ts';

/** Minutes for as long as the vault is open. */
export function createMinutes(ground: MinutesGround): MinutesApi {
  return {
    async prepare(meeting, options) {
      await cryptoReady;
      const gathered = await gatherMeeting(ground, meeting, options);
      if (!gathered.ok) return gathered;
      if (refusalsOf(ground, gathered.value.source.meeting, options).length > 0) return failed('export-refused');
      const job = printJob(ground, meeting, gathered.value);
      return job === null ? failed('minutes-too-long') : ok(job);
    },
    async refusals(meeting, options) {
      const gathered = await gatherMeeting(ground, meeting, options);
      return gathered.ok ? refusalsOf(ground, gathered.value.source.meeting, options) : [];
    },
    async verify(record, pages) {
      await cryptoReady;
      const verified = verifyRecord(record, (device) => ground.signKeyOf(device));
      if (!verified.ok) return verified.failure.code === 'not-a-record' ? reportVerdict(ground, record, pages) : verified;
      const { title, name, at, language, text, approvals } = verified.value;
      const verdict = comparePages(text, pages, tableHeads(labelsOf(language)));
      if (verdict === 'different') return failed('pages-altered');
      const approvedBy = approvals.flatMap(({ header }) => ground.nameOf(header.author) ?? []);
      return ok({ title, signedBy: name, at, approvedBy, pages: verdict });
    },
  };
}

/** Reports that were exported are checked by the same page; who made one is known by the directory, and not by the file. */
function reportVerdict(ground: MinutesGround, record: Uint8Array, pages: readonly string[]): Awaited<ReturnType<MinutesApi['verify']>> {
  const verified = verifyReport(record, (device) => ground.signKeyOf(device));
  if (!verified.ok) return verified;
  const { title, person, at, text, heads } = verified.value;
  const verdict = comparePages(text, pages, heads);
  if (verdict === 'different') return failed('pages-altered');
  return ok({ title, signedBy: ground.nameOf(person) ?? '', at, approvedBy: [], pages: verdict });
}

/** `null` when the text is longer than a signed record may be. */
function printJob(ground: MinutesGround, meeting: RecordId, { source, record, history, approvals }: GatheredMeeting): MinutesJob | null {
  const document = minutesDocument(source);
  const html = minutesHtml(document);
  const text = printedText(html);
  if (text.length > longestText) return null;
  const { person, device, name, keys } = ground.signer;
  const signed = signRecord(
    {
      record: meeting, person, device, name,
      at: ground.now(),
      title: document.title,
      level: source.level,
      language: source.language,
      frontier: approvals[0]?.frontier ?? record.whole.heads,
      text, history,
      state: record.shown,
      approvedBy: approvals.map((approval) => approval.change),
    },
    keys.secretKey,
  );
  return {
    html,
    blocks: minutesBlocks(document),
    title: document.title,
    language: source.language,
    level: document.marking,
    banner: document.banner,
    pageLabel: document.labels.pageOf,
    reference: document.reference,
    record: signed,
    suggestedName: suggestedName(source.meeting, source.language),
  };
}

/** Minutes with a distribution list are given to those on it; without one they are for one's own use. */
function refusalsOf(ground: MinutesGround, meeting: Meeting, options: MinutesOptions): readonly ExportReason[] {
  const recipients = meeting.distribution.map((one) => ({ country: one.country ?? ('' as CountryCode), institution: one.institution }));
  const decision = decideExport(
    meeting.safeguards,
    {
      purpose: recipients.length === 0 ? 'own-use' : 'circulation',
      recipients,
      includesThirdCountries: includesThirdCountries(recipients),
      h3Confirmed: options.h3Confirmed ?? false,
    },
    ground.now(),
  );
  return decision.verdict === 'allowed' ? [] : decision.reasons;
}
