import { includesThirdCountries } from '../../core/organisation/default-profile.ts';
import type { JointWorkingGroup, OrganisationProfile } from '../../core/organisation/profile.ts';
import { usualReleasePolicy, type ReleasePolicy } from '../../core/release/release-policy.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { CountryCode, JwgId } from '../../core/ids.ts';
import { makeProfile } from '../office/new-profile.ts';
import { officeOptions } from '../office/passphrase.ts';
import { groupLines } from '../office/profile-lines.ts';
import type { ServerFailure } from '../sentences.ts';
import { dryRunOption, textOf, textsOf, type OptionValues, type Verb } from '../verb.ts';

/** Adds a group to the last profile, or changes it: only what is said changes. */
export const jwgSet: Verb = {
  name: 'jwg set',
  says: 'adds a group to the profile, or changes one: name, member countries, third countries, four eyes, data protection',
  options: {
    ...officeOptions,
    ...dryRunOption,
    id: { type: 'string', says: 'the group\'s short id, as in "admit --jwg"; it never changes', needed: true },
    out: { type: 'string', says: 'the profile file to write', needed: true },
    name: { type: 'string', says: 'its name; needed for a new one' },
    short: { type: 'string', says: 'its short name' },
    member: { type: 'string', multiple: true, says: 'COUNTRY:INSTITUTION, as HRV:USKOK; all of them, in place of those before' },
    'add-member': { type: 'string', multiple: true, says: 'COUNTRY:INSTITUTION to add' },
    'crime-area': { type: 'string', multiple: true, says: 'all of them, in place of those before' },
    'third-countries': { type: 'string', says: 'yes, no, or members: as its members\' countries say' },
    'four-eyes': { type: 'string', says: 'yes or no: release confirmed by a second person' },
    'confirmed-by': { type: 'string', says: 'who the second person may be: same-institution, same-country, union or any-member' },
    standing: { type: 'string', says: 'yes or no: a second person may decide for a time ahead' },
    quarantine: { type: 'string', says: 'yes or no: what third countries\' members send waits until an administrator of the group has verified it' },
    'local-team-of': { type: 'string', says: 'the group that this local team works for; new ones only' },
    controller: { type: 'string', says: 'data protection: the controller' },
    purpose: { type: 'string', says: 'data protection: the purpose' },
    'legal-basis': { type: 'string', says: 'data protection: the legal basis' },
    officer: { type: 'string', says: 'data protection: the officer and how to reach them' },
  },
  async run(surroundings) {
    let group: JointWorkingGroup | null = null;
    const made = await makeProfile(surroundings, (last) => {
      if (last === null) return failed('no-profile-yet');
      const changed = changedGroup(last, surroundings.values);
      if (!changed.ok) return changed;
      group = changed.value;
      const at = last.jwgs.findIndex((one) => one.id === changed.value.id);
      return ok({ ...last, jwgs: at === -1 ? [...last.jwgs, changed.value] : last.jwgs.with(at, changed.value) });
    });
    if (!made.ok) return made;
    const { serial, changed, changes } = made.value;
    return ok({
      lines: [
        ...(group === null ? [] : groupLines(group)),
        `Profile ${serial} is in ${textOf(surroundings.values, 'out')}${changed ? '' : ', unchanged'}.`,
        ...changes,
        'Give it to members, and run "setup": it makes the compartments. "profile show --description" writes the description anew.',
      ],
      data: { group, serial, changed, changes },
    });
  },
};

function changedGroup(profile: OrganisationProfile, values: OptionValues): Result<JointWorkingGroup, ServerFailure> {
  const id = textOf(values, 'id') as JwgId;
  const before = profile.jwgs.find((one) => one.id === id) ?? null;
  const name = textOf(values, 'name') || before?.name;
  if (name === undefined) return failed('option-missing', { option: 'name' });
  const members = readMembers(values, before?.members ?? []);
  if (!members.ok) return members;
  if (members.value.length === 0) return failed('option-missing', { option: 'member' });
  const fourEyes = readYesNo(values, 'four-eyes', before?.fourEyes ?? false);
  if (!fourEyes.ok) return fourEyes;
  const third = readThirdCountries(values, before, members.value);
  if (!third.ok) return third;
  const dataProtection = readDataProtection(values, before);
  if (!dataProtection.ok) return dataProtection;
  const release = readRelease(values, before);
  if (!release.ok) return release;
  const teamOf = before?.localTeamOf ?? (textOf(values, 'local-team-of') as JwgId);
  if (teamOf !== '' && before === null && !profile.jwgs.some((one) => one.id === teamOf)) return failed('group-unknown', { jwg: teamOf });
  const quarantine = readYesNo(values, 'quarantine', before?.quarantineThirdCountries ?? false);
  if (!quarantine.ok) return quarantine;
  const areas = textsOf(values, 'crime-area');
  return ok({
    // Whatever else the profile says about it stays.
    ...before,
    id,
    name,
    shortName: textOf(values, 'short') || (before?.shortName ?? name),
    crimeAreas: areas.length === 0 ? (before?.crimeAreas ?? []) : [...areas],
    members: [...members.value],
    includesThirdCountries: third.value,
    fourEyes: fourEyes.value,
    ...(quarantine.value || before?.quarantineThirdCountries !== undefined ? { quarantineThirdCountries: quarantine.value } : {}),
    dataProtection: dataProtection.value,
    ...(release.value === null ? {} : { release: release.value }),
    ...(before?.standingReleases === undefined ? {} : { standingReleases: before.standingReleases }),
    ...(teamOf === '' ? {} : { localTeamOf: teamOf }),
  });
}

/** `null`: the profile says nothing, and the usual policy holds. */
function readRelease(values: OptionValues, before: JointWorkingGroup | null): Result<ReleasePolicy | null, 'yes-or-no' | 'confirmed-by-wrong'> {
  const who = textOf(values, 'confirmed-by');
  const usual = before?.release ?? usualReleasePolicy;
  if (who === '' && textOf(values, 'standing') === '') return ok(before?.release ?? null);
  const confirmedBy = who === '' ? usual.confirmedBy : seconds.find((one) => one === who);
  if (confirmedBy === undefined) return failed('confirmed-by-wrong', { who });
  const standing = readYesNo(values, 'standing', usual.standing);
  return standing.ok ? ok({ confirmedBy, standing: standing.value }) : standing;
}

const seconds = ['same-institution', 'same-country', 'union', 'any-member'] as const satisfies readonly ReleasePolicy['confirmedBy'][];

type Members = JointWorkingGroup['members'];

function readMembers(values: OptionValues, before: Members): Result<Members, 'member-wrong'> {
  const named = (option: string) => textsOf(values, option).map((text) => ({ text, read: /^([A-Z]{3}):\s*(\S.*)$/.exec(text.trim()) }));
  const [all, more] = [named('member'), named('add-member')];
  const wrong = [...all, ...more].find((one) => one.read === null);
  if (wrong !== undefined) return failed('member-wrong', { member: wrong.text });
  const read = (list: typeof all): Members => list.map(({ read: found }) => ({ country: (found?.[1] ?? '') as CountryCode, institution: found?.[2] ?? '' }));
  const first = all.length === 0 ? before : read(all);
  const added = read(more).filter((one) => !first.some((each) => each.country === one.country && each.institution === one.institution));
  return ok([...first, ...added]);
}

function readYesNo(values: OptionValues, option: string, before: boolean): Result<boolean, 'yes-or-no'> {
  const text = textOf(values, option);
  if (text === '') return ok(before);
  return text === 'yes' || text === 'no' ? ok(text === 'yes') : failed('yes-or-no', { option });
}

/** Follows the members where it did so before; what was decided otherwise by hand stays decided. */
function readThirdCountries(values: OptionValues, before: JointWorkingGroup | null, members: Members): Result<boolean, 'yes-or-no'> {
  const derived = includesThirdCountries(members);
  if (textOf(values, 'third-countries') === 'members') return ok(derived);
  const followed = before === null || before.includesThirdCountries === includesThirdCountries(before.members);
  return readYesNo(values, 'third-countries', followed ? derived : before.includesThirdCountries);
}

function readDataProtection(values: OptionValues, before: JointWorkingGroup | null): Result<JointWorkingGroup['dataProtection'], 'option-missing'> {
  const options = { controller: 'controller', purpose: 'purpose', legalBasis: 'legal-basis', officer: 'officer' } as const;
  const said = Object.values(options).some((option) => textOf(values, option) !== '');
  if (!said) return ok(before?.dataProtection ?? null);
  const partOf = (name: keyof typeof options) => textOf(values, options[name]) || (before?.dataProtection?.[name] ?? '');
  const whole = { controller: partOf('controller'), purpose: partOf('purpose'), legalBasis: partOf('legalBasis'), officer: partOf('officer') };
  const missing = (Object.keys(options) as (keyof typeof options)[]).find((name) => whole[name] === '');
  return missing === undefined ? ok(whole) : failed('option-missing', { option: options[missing] });
}
