import { sha256Hex } from '../../../core/crypto/sodium.ts';
import { certificateOf, groupOf, levelOfItems, type ReleaseSession } from './release-session.ts';
import type { ChangeHash, JwgId } from '../../../core/ids.ts';
import { markingOf } from '../../../core/markings/scheme.ts';
import { boxKeysOf, maySecond, releasePolicyOf } from '../../../core/release/release-policy.ts';
import { mostItems, writeReleaseRequest, type ReleaseItem } from '../../../core/release/release-request.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { AskedRelease, ReleaseAskFailure } from './departures-api.ts';
import { keepReleaseBook, readReleaseBook } from './release-book.ts';

/**
 * The request for a second person: everything of this group that nothing holds any more but their
 * word, sealed to the devices of all who may give it. What else holds a record is settled first,
 * because every change after a confirmation asks for another one.
 */
export async function askRelease(session: ReleaseSession, jwg: JwgId): Promise<Result<AskedRelease, ReleaseAskFailure>> {
  const { identity, states, now } = session;
  const group = groupOf(session, jwg);
  const asker = certificateOf(session, identity.person);
  if (group === null || asker === null) return failed('not-a-member');
  const held = await session.pouch.release.awaiting(jwg);
  const items = held.slice(0, mostItems).map(({ record, kind, title, level, safeguards, changes }): ReleaseItem => ({
    record, kind, title: title.slice(0, 400), level, aboutPersons: safeguards.aboutPersons, changes,
  }));
  if (items.length === 0) return failed('nothing-to-ask');
  const scheme = session.organisation.scheme();
  const question = { jwg, policy: releasePolicyOf(group), level: levelOfItems(items, scheme), scheme, now: now() };
  const seconds = session.pouch.directory.certificates().filter((one) => maySecond(asker, one, question));
  if (seconds.length === 0) return failed('nobody-may-confirm');
  const at = now();
  const written = writeReleaseRequest(
    { at, asker: identity.person, device: identity.device, jwg, items },
    seconds.flatMap((one) => boxKeysOf(one, at)),
    identity.deviceKeys.secretKey,
  );
  if (!written.ok) return written;
  const { id, file } = written.value;
  const book = await readReleaseBook(states);
  const kept = await keepReleaseBook(states, { ...book, asked: [...book.asked, { id, jwg, at, records: items.length, file: sha256Hex(file) }].slice(-200) });
  if (!kept.ok) return kept;
  const people = seconds.map(({ person: { name, country, institution } }) => ({ name, country, institution }));
  const registered = await session.books.give((lots) => ({ act: 'asked', group: group.name, recipients: people, lots }), held.slice(0, mostItems));
  if (!registered.ok) return registered;
  return ok({
    file,
    transfer: registered.value,
    suggestedName: `release-request-${group.shortName.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.rapporteur`,
    records: items.length,
    leftOut: held.length - items.length,
    level: markingOf(scheme, question.level.id).id,
    seconds: people,
  });
}

/** The changes of an item by hash, as a confirmation names them. */
export function hashesOf({ changes }: Pick<ReleaseItem, 'changes'>): ChangeHash[] {
  return changes.map((one) => one.hash);
}
