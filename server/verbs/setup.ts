import { failed, ok, type Result } from '../../core/result.ts';
import { unsafeSettings } from '../couchdb/server-check.ts';
import { completedCompartments } from '../office/compartments.ts';
import { checkInForce } from '../office/current-profile.ts';
import { atDesk, deskOptions, type Desk } from '../office/desk.ts';
import { bringAllUpToDate } from '../office/membership.ts';
import { announceCompartments, provisionDatabases, wrapKeys } from '../office/provisioning.ts';
import { reconcile } from '../office/reconcile.ts';
import { finishTurns } from '../office/turn-keys.ts';
import { warningOf, type ServerFailure } from '../sentences.ts';
import { countOf } from '../table.ts';
import { dryRunOption, type Verb } from '../verb.ts';

/** Brings a CouchDB into the state that the profile and the keys file ask for. Run again it makes only what is missing. */
export const setup: Verb = {
  name: 'setup',
  says: 'prepares a CouchDB: accounts, directory, one database for each group and marking; checks its settings',
  options: { ...deskOptions, ...dryRunOption },
  run: (surroundings) =>
    atDesk(surroundings, async (desk) => {
      const inForce = checkInForce(desk.profile, desk.now);
      if (!inForce.ok) return inForce;
      const place = await checkPlace(desk);
      if (!place.ok) return place;
      const warnings = await unsafeSettings(desk.couchdb, desk.server);
      if (!warnings.ok) return warnings;
      const compartments = completedCompartments(desk.book(), desk.profile);
      const kept = desk.keep({ ...desk.book(), compartments: [...compartments] });
      if (!kept.ok) return kept;
      const provisioned = await provisionDatabases(desk);
      if (!provisioned.ok) return provisioned;
      const announced = await announceCompartments(desk);
      if (!announced.ok) return announced;
      const wrapped = await wrapKeys(desk);
      if (!wrapped.ok) return wrapped;
      const turned = await finishTurns(desk);
      if (!turned.ok) return turned;
      const members = await bringAllUpToDate(desk);
      if (!members.ok) return members;
      const made = [...provisioned.value, ...announced.value].filter((one) => one !== 'kept').length + wrapped.value + turned.value + members.value;
      const { kind, version } = desk.server;
      const what = `${kind === 'embedded' ? 'The embedded server' : `CouchDB ${version}`} at ${desk.couchdb.address}`;
      const noRecovery = desk.book().recovery === null;
      return ok({
        lines: [
          made === 0 ? `${what} was set up already.` : `${what} is set up.`,
          `${countOf(desk.profile.jwgs.length, 'group')}, ${countOf(compartments.length, 'compartment')}.`,
          ...(members.value === 0 ? [] : [`New keys or roles: ${countOf(members.value, 'member')}.`]),
          ...warnings.value.map(warningOf),
          ...(noRecovery ? ['Warning: there is no recovery key. Make one with "recovery create".'] : []),
        ],
        data: { server: kind, version, changed: made, compartments: compartments.length, members: members.value, recovery: !noRecovery, warnings: warnings.value },
      });
    }, { mayBeNew: true }),
};

/**
 * An empty server is set up for an organisation that nobody belongs to yet; members' accounts come from
 * a backup only. On one that was set up the keys file first learns what the directory knows.
 */
async function checkPlace(desk: Desk): Promise<Result<null, ServerFailure>> {
  const directory = await desk.couchdb.ask('GET', `/${desk.book().directory.database}`);
  if (!directory.ok) return directory;
  if (directory.value.status === 404) return desk.book().members.length === 0 ? ok(null) : failed('server-lost', { address: desk.couchdb.address });
  const known = await reconcile(desk);
  return known.ok ? ok(null) : known;
}
