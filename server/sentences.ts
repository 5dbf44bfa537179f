import type { ProfileFailure } from '../core/organisation/verify-profile.ts';
import type { DirectoryFailure } from '../core/organisation/directory.ts';
import type { JoinRequestFailure } from '../core/organisation/join-request.ts';
import type { Failure } from '../core/result.ts';
import type { CouchdbFailure } from './couchdb/couchdb.ts';
import type { Warning } from './couchdb/server-check.ts';
import type { OfficeFileFailure } from './office/office-file.ts';
import type { RecoveryFileFailure } from './office/recovery-file.ts';

export type ServerFailure =
  | ProfileFailure
  | DirectoryFailure
  | JoinRequestFailure
  | CouchdbFailure
  | OfficeFileFailure
  | RecoveryFileFailure
  | 'couchdb-too-old'
  | 'passphrase-missing'
  | 'passphrase-too-short'
  | 'passphrase-differs'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'option-missing'
  | 'option-unknown'
  | 'verb-unknown'
  | 'description-wrong'
  | 'certificate-unreadable'
  | 'country-table-unreadable'
  | 'country-table-wrong'
  | 'office-other-name'
  | 'no-profile-yet'
  | 'not-set-up'
  | 'server-without-directory'
  | 'server-lost'
  | 'clock-differs'
  | 'keys-behind'
  | 'group-unknown'
  | 'not-of-the-group'
  | 'marking-unknown'
  | 'day-wrong'
  | 'day-passed'
  | 'vetting-half'
  | 'days-reversed'
  | 'person-or-device'
  | 'number-wrong'
  | 'fingerprint-differs'
  | 'fingerprint-not-compared'
  | 'group-dropped'
  | 'member-wrong'
  | 'yes-or-no'
  | 'confirmed-by-wrong'
  | 'member-removed'
  | 'one-file-only'
  | 'file-there'
  | 'profile-file-unreadable'
  | 'device-taken'
  | 'device-ended'
  | 'device-unknown'
  | 'account-taken'
  | 'account-missing'
  | 'member-unknown'
  | 'member-ambiguous'
  | 'compartment-unknown'
  | 'nothing-to-erase'
  | 'everything-or-some'
  | 'receipt-not-ours'
  | 'receipt-unreadable'
  | 'receipt-altered'
  | 'recovery-there'
  | 'recovery-other-organisation'
  | 'recovery-cannot-open'
  | 'successor-not-cleared'
  | 'record-not-there'
  | 'kind-wrong'
  | 'age-missing'
  | 'age-recipient-wrong'
  | 'folder-not-empty'
  | 'backup-unreadable'
  | 'backup-damaged'
  | 'backup-other-organisation'
  | 'port-taken'
  | 'directory-changed';

type Facts = NonNullable<Failure['facts']>;

const day = (value: string | number | undefined) => (typeof value === 'number' ? new Date(value).toISOString().slice(0, 10) : String(value));

const minute = (value: string | number | undefined) => (typeof value === 'number' ? `${new Date(value).toISOString().slice(0, 16).replace('T', ' ')} UTC` : String(value));

/** The one map from a failure's code to what the secretariat reads: what happened, and what to do. */
const sentences: Readonly<Record<ServerFailure, string | ((facts: Facts) => string)>> = {
  'profile-unreadable': 'The profile file cannot be read. Make it again with "profile make".',
  'profile-bad-signature': 'The profile was altered after it was signed. Make it again with "profile make".',
  'profile-expired': (facts) => `The profile expired on ${day(facts['since'])}. Renew it with "profile renew".`,
  'profile-not-yet-valid': (facts) => `The profile begins on ${day(facts['from'])}. Check this computer's clock.`,
  'profile-older': 'A newer profile has been made. Use that one.',
  'profile-other-organisation': 'This profile belongs to another organisation than the keys file.',
  'profile-too-large': 'The profile file is too large to be one.',
  'directory-malformed': (facts) => `Entry ${facts['number']} of the directory is not readable. Restore the directory from a backup.`,
  'directory-cannot-open': (facts) => `Entry ${facts['number']} of the directory was sealed with another key. Check that this keys file belongs to this server.`,
  'directory-bad-signature': (facts) => `Entry ${facts['number']} of the directory was not signed by this organisation. Someone else may have written to the server.`,
  'directory-broken-link': (facts) => `Entry ${facts['number']} of the directory does not follow the one before. Restore the directory from a backup.`,
  'directory-gap': (facts) => `Entry ${facts['number']} of the directory is missing. Restore the directory from a backup.`,
  'directory-changed': 'Someone else changed the directory at the same moment. Run the command again.',
  'join-request-too-large': 'The file is too large to be a join request.',
  'join-request-unreadable': 'This is not a join request for this organisation. Ask for the file again.',
  'join-request-other-organisation': 'This join request is meant for another organisation.',
  'join-request-altered': 'The join request was altered on its way. Ask for the file again, by another way.',
  'couchdb-absent': (facts) => `The server at ${facts['address']} does not answer. Check that it runs and that the address is right.`,
  'couchdb-garbled': (facts) => `What answers at ${facts['address']} is not CouchDB.`,
  'couchdb-not-admin': 'The server does not accept this name and password as an administrator\'s.',
  'couchdb-refused': (facts) => `The server refused ${facts['path']} with status ${facts['status']}.`,
  'couchdb-address': 'The address of the server must look like http://name:password@host:5984.',
  'couchdb-too-old': (facts) => `The server is CouchDB ${facts['version']}. It must be 3 or newer.`,
  'office-missing': (facts) => `There is no keys file at ${facts['path']}. Make one with "organisation create".`,
  'office-unreadable': (facts) => `The keys file ${facts['path']} is damaged. Restore it from a backup.`,
  'office-passphrase': 'The passphrase does not open the keys file.',
  'office-weak-derivation': 'The keys file is protected too weakly and is not opened. Restore it from a backup.',
  'office-unwritable': (facts) => `The keys file ${facts['path']} cannot be written. Check the disk and its permissions.`,
  'office-changed': (facts) => `Another command wrote the keys file ${facts['path']} at the same time. Nothing of this one is lost: run it again.`,
  'office-other-name': (facts) => `The keys file is there already, for "${facts['name']}". Choose another file for another organisation.`,
  'passphrase-missing': 'The passphrase of the keys file is needed: type it when asked, or name a file with --passphrase-file.',
  'passphrase-differs': 'The two passphrases are not the same. Nothing was made.',
  'passphrase-too-short': 'A passphrase for the organisation\'s keys has at least 16 characters.',
  'file-unreadable': (facts) => `The file ${facts['path']} cannot be read.`,
  'file-unwritable': (facts) => `The file ${facts['path']} cannot be written.`,
  'option-missing': (facts) => `--${facts['option']} is needed. See --help.`,
  'option-unknown': (facts) => `${facts['problem']}. See --help.`,
  'verb-unknown': (facts) => `There is no command "${facts['verb']}". See --help.`,
  'description-wrong': (facts) => `The description is not right at "${facts['where']}": ${facts['problem']}.`,
  'country-table-unreadable': (facts) => `The country table ${facts['path']} cannot be read.`,
  'country-table-wrong': (facts) => `The country table is not right at "${facts['where']}": ${facts['problem']}.`,
  'certificate-unreadable': (facts) => `The certificate ${facts['path']} cannot be read.`,
  'no-profile-yet': 'There is no profile yet. Make one with "profile make".',
  'not-set-up': 'The server has not been set up yet. Run "setup" first.',
  'server-without-directory': (facts) => `The server at ${facts['address']} does not hold this organisation. Check the address and the keys file. If the server was lost, bring a backup back with "restore".`,
  'server-lost': (facts) =>
    `The server at ${facts['address']} does not hold this organisation, which has members already. Check the address; if the server was lost, bring a backup back with "restore". Nothing was made.`,
  'keys-behind': (facts) => `This keys file is older than the server: it lacks the newest key of ${facts['compartment']}. Take a newer copy, or bring the key back with "recover --compartment ${facts['compartment']}" and the recovery key. Nobody's access was changed.`,
  'clock-differs': (facts) =>
    `This computer's clock says ${minute(facts['here'])}, the server's says ${minute(facts['there'])}. Set the wrong one right first: what is signed bears its date for good.`,
  'group-unknown': (facts) => `The profile has no group "${facts['jwg']}".`,
  'not-of-the-group': (facts) => `${facts['name']} does not belong to the group ${facts['jwg']}. "member join" takes them in.`,
  'group-dropped': (facts) => `The description has no group "${facts['jwg']}", which the last profile has. Laptops would lose it. If it is meant to end, say --end-jwg ${facts['jwg']}; "profile show --description" writes a description that is complete.`,
  'member-wrong': (facts) => `"${facts['member']}" is not a member. Write COUNTRY:INSTITUTION with the country's three letters, as HRV:USKOK.`,
  'confirmed-by-wrong': (facts) => `"${facts['who']}" is not same-institution, same-country, union or any-member.`,
  'yes-or-no': (facts) => `--${facts['option']} is yes or no.`,
  'member-removed': (facts) => `${facts['name']} was removed. To come back, the person joins again with a new request.`,
  'one-file-only': 'Name one file: --keys for the keys file, or --recovery for the recovery key.',
  'file-there': (facts) => `There is a file at ${facts['path']} already. Nothing was written.`,
  'profile-file-unreadable': (facts) => `${facts['path']} is not a profile file, or was cut short. Ask for it again.`,
  'marking-unknown': (facts) => `The profile has no marking "${facts['marking']}".`,
  'day-wrong': (facts) => `"${facts['day']}" is not a day. Write it as 2025-12-31.`,
  'day-passed': (facts) => `${facts['day']} has passed already.`,
  'vetting-half': 'Write --briefing as ACKNOWLEDGED:UNTIL, 2025-01-31:2026-01-31, and --clearance as MARKING:UNTIL, C-UE:2026-12-31.',
  'days-reversed': (facts) => `${facts['until']} lies before ${facts['from']}. The first day is when it was acknowledged, the second when it ends.`,
  'person-or-device': 'Say which: --device for one laptop, or --person for all of a person\'s.',
  'number-wrong': (facts) => `--${facts['option']} must be a whole number.`,
  'fingerprint-differs': 'The fingerprints differ. This request was not made by that person: do not admit it, and find out how it came.',
  'fingerprint-not-compared': 'Nobody was admitted. Compare the fingerprint with the person first, by voice or face to face.',
  'device-taken': 'The device in this request belongs to someone else already. Do not admit it.',
  'device-ended': 'This device was removed before. Its owner joins again with new keys.',
  'device-unknown': 'No member has that device. See "member list --json".',
  'account-taken': 'The account in this request belongs to another device already. Ask for a new request.',
  'account-missing': 'A member\'s account is missing on this server. Restore the server from a backup, or admit the person\'s request again.',
  'member-unknown': (facts) => `Nobody is called "${facts['name']}". See "member list".`,
  'member-ambiguous': (facts) => `Several members are called "${facts['name']}". Give the fingerprint instead.`,
  'compartment-unknown': (facts) => `There is no compartment "${facts['name']}". Write GROUP or GROUP:MARKING.`,
  'everything-or-some': 'Say --everything, or name compartments; not both.',
  'receipt-not-ours': 'This receipt is of no order that was given from this keys file.',
  'receipt-unreadable': 'There is no receipt in this file.',
  'receipt-altered': 'This receipt was altered after the device signed it. Nothing was noted.',
  'nothing-to-erase': 'That device was never given a compartment.',
  'recovery-there': 'There is a recovery key already. There is only one: what it opens could not be sealed to another.',
  'recovery-other-organisation': 'This recovery key belongs to another organisation than the keys file.',
  'recovery-cannot-open': 'The recovery key does not open a key in the directory. It may be an older recovery key.',
  'successor-not-cleared': (facts) => `${facts['name']} is in the group now, but is not briefed or cleared for this marking. Record it with "member brief", then run this again.`,
  'record-not-there': 'That record has no letters in this compartment.',
  'kind-wrong': '--kind is "erasure" or "raised".',
  'age-missing': 'Say who can open the file: --recipient when sealing, --identity when opening, or --age-passphrase-file.',
  'age-recipient-wrong': 'That is not an age recipient. It begins with age1.',
  'folder-not-empty': (facts) => `${facts['path']} cannot be used: a backup is written into a new, empty folder.`,
  'backup-unreadable': (facts) => `${facts['path']} is missing or does not open with this key.`,
  'backup-damaged': (facts) => `${facts['path']} is not what the backup's list says. Nothing was restored. Take another copy.`,
  'backup-other-organisation': 'This backup belongs to another organisation than the keys file.',
  'recovery-missing': (facts) => `There is no recovery key at ${facts['path']}.`,
  'recovery-exists': (facts) => `There is a file at ${facts['path']} already. A recovery key is never written over another file.`,
  'recovery-unreadable': (facts) => `The recovery key ${facts['path']} is damaged. Take its second copy.`,
  'recovery-passphrase': 'The passphrase does not open the recovery key.',
  'recovery-weak-derivation': 'The recovery key is protected too weakly and is not opened. Take its second copy.',
  'recovery-unwritable': (facts) => `The recovery key cannot be written to ${facts['path']}.`,
  'port-taken': (facts) => `The port ${facts['port']} is in use. Choose another one.`,
};

/** What the secretariat reads when something failed. */
export function sentenceOf(failure: Failure<ServerFailure>): string {
  const sentence = sentences[failure.code];
  return typeof sentence === 'string' ? sentence : sentence(failure.facts ?? {});
}

/** What the secretariat reads about a setting of the server that is not safe. */
export function warningOf(warning: Warning): string {
  switch (warning.code) {
    case 'documents-too-large':
      return `Warning: the server takes documents of ${warning.value} bytes. Set couchdb/max_document_size to 524288.`;
    case 'everyone-may-read':
      return 'Warning: the server answers people without an account. Set chttpd/require_valid_user to true.';
    case 'known-holes':
      return `Warning: CouchDB ${warning.value} has published security holes. Use 3.3.3 or newer.`;
    case 'accounts-public':
      return 'Warning: the list of accounts can be read. Set couchdb/users_db_public to false.';
    case 'other-origins':
      return 'Warning: the server answers web pages from elsewhere. Set chttpd/enable_cors to false; nothing here needs it.';
    case 'logs-bodies':
      return 'Warning: the server logs more than it needs to. Set log/level to info or less.';
    case 'proxy-believed':
      return 'Warning: the server believes whoever claims to be a proxy. Take proxy_authentication_handler out of chttpd/authentication_handlers.';
    case 'not-encrypted':
      return 'Warning: the administrator\'s password crosses the network unencrypted. Use https, or a tunnel.';
    case 'password-weak':
      return 'Warning: the administrator\'s password could be guessed. Give it at least 12 characters, and not the name.';
    case 'listens-everywhere':
      return `Warning: the server listens on ${warning.value}. Set chttpd/bind_address to 127.0.0.1; the gateway is the door.`;
    case 'erlang-views':
      return 'Warning: design documents may run Erlang on the server. Take native_query_servers/enable_erlang_query_server out.';
    case 'names-shown':
      return 'Warning: every member may list all databases. Set chttpd/admin_only_all_dbs to true.';
    case 'settings-unknown':
      return 'Warning: the server does not show its settings. See docs/server.md for the ones that matter.';
  }
}
