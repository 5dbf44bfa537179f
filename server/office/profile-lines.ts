import { includesThirdCountries } from '../../core/organisation/default-profile.ts';
import type { JointWorkingGroup, OrganisationProfile } from '../../core/organisation/profile.ts';
import { releasePolicyOf } from '../../core/release/release-policy.ts';
import { dayOf } from './members.ts';

/** What a group is, in lines under its name, as the secretariat reads it. */
export function groupLines(jwg: JointWorkingGroup): readonly string[] {
  const derived = includesThirdCountries(jwg.members);
  const third = jwg.includesThirdCountries ? 'with third countries' : 'Union members only';
  const { dataProtection } = jwg;
  return [
    `${jwg.name} (${jwg.id}${jwg.localTeamOf === undefined ? '' : `, local team of ${jwg.localTeamOf}`})`,
    `  members: ${jwg.members.map((one) => `${one.country} ${one.institution}`).join('; ')}`,
    `  ${third}${derived === jwg.includesThirdCountries ? '' : ', against what its members say'}; release ${releaseInWords(jwg)}`,
    ...(jwg.crimeAreas.length === 0 ? [] : [`  crime areas: ${jwg.crimeAreas.join(', ')}`]),
    dataProtection === null
      ? '  data protection: not stated, so no records about persons'
      : `  data protection: ${dataProtection.controller}; ${dataProtection.purpose}; ${dataProtection.legalBasis}; officer ${dataProtection.officer}`,
  ];
}

function releaseInWords(jwg: JointWorkingGroup): string {
  if (!jwg.fourEyes) return 'by one person';
  const { confirmedBy, standing } = releasePolicyOf(jwg);
  const who = { 'same-institution': 'of the same institution', 'same-country': 'of the same country', union: 'of the Union', 'any-member': 'of the group' }[confirmedBy];
  return `confirmed by a second person ${who}${standing ? ', also for a time ahead' : ''}${(jwg.standingReleases ?? []).map((one) => `; standing decision ${one.reference} up to ${one.upTo} until ${one.until}`).join('')}`;
}

/** A whole profile in lines. */
export function profileLines(profile: OrganisationProfile): readonly string[] {
  const { networks, accreditations, countryTable } = profile;
  return [
    `Profile ${profile.serial} of "${profile.organisation.name}", signed on ${dayOf(profile.issued)}, valid until ${dayOf(profile.validUntil)}.`,
    '',
    'Groups',
    ...(profile.jwgs.length === 0 ? ['  none'] : profile.jwgs.flatMap((one) => groupLines(one).map((line) => `  ${line}`))),
    '',
    'Networks',
    ...networks.map((one) => `  ${one.name} (${one.id}): ${one.server.url}, up to ${one.accreditation ?? 'nothing'}, ${[...one.addressRanges, ...one.interfaces].join(', ') || 'anywhere'}`),
    '',
    'Accreditations',
    ...(accreditations.length === 0 ? ['  none: no device holds more than the default ceiling'] : []),
    ...accreditations.map((one) => `  ${one.marking} until ${one.until}: ${one.by}, ${one.reference}${one.devices === null ? '' : ` (${one.devices.length} persons)`}`),
    '',
    countryTable === undefined ? 'Country table: the one that is shipped.' : `Country table: its own, ${countryTable.entries.length} entries as of ${countryTable.asOf}.`,
  ];
}

/** What a new profile changes, in lines; nothing when there was none before. */
export function changesBetween(before: OrganisationProfile | null, after: OrganisationProfile): readonly string[] {
  if (before === null) return [];
  return [
    ...(before.validUntil === after.validUntil ? [] : [`Ends on ${dayOf(after.validUntil)} instead of ${dayOf(before.validUntil)}.`]),
    ...listed('Group', before.jwgs, after.jwgs, (one) => one.id),
    ...listed('Network', before.networks, after.networks, (one) => one.id),
    ...listed('Accreditation', before.accreditations, after.accreditations, (one) => one.reference),
    ...listed('Marking', before.markings, after.markings, (one) => one.id),
    ...(JSON.stringify(before.countryTable) === JSON.stringify(after.countryTable) ? [] : ['Country table: changed.']),
  ];
}

function listed<Part>(what: string, before: readonly Part[], after: readonly Part[], idOf: (one: Part) => string): readonly string[] {
  const inBefore = new Map(before.map((one) => [idOf(one), one]));
  const inAfter = new Set(after.map(idOf));
  return [
    ...after.flatMap((one) => {
      const old = inBefore.get(idOf(one));
      if (old === undefined) return [`${what} ${idOf(one)}: new.`];
      const parts = changedParts(old, one);
      return parts.length === 0 ? [] : [`${what} ${idOf(one)}: ${parts.join(', ')} changed.`];
    }),
    ...before.filter((one) => !inAfter.has(idOf(one))).map((one) => `${what} ${idOf(one)}: ended.`),
  ];
}

function changedParts(before: unknown, after: unknown): readonly string[] {
  const [old, now] = [Object.entries(before ?? {}), Object.entries(after ?? {})];
  const names = new Set([...old, ...now].map(([name]) => name));
  const textIn = (entries: readonly [string, unknown][], name: string) => JSON.stringify(entries.find(([one]) => one === name)?.[1]);
  return [...names].filter((name) => textIn(old, name) !== textIn(now, name));
}
