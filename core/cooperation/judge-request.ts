import type { CountryCode, Day } from '../ids.ts';
import type { instruments, legalBases, routes } from '../records/request.ts';
import type { CountryEntry, CountryFact, CountryTable } from './country-table.ts';
import { pairsOf, standingOf, type Standing } from './standing-of.ts';

export type Instrument = (typeof instruments)[number];
export type LegalBasis = (typeof legalBases)[number];
export type Route = (typeof routes)[number];

/** As much of a request as the table can say something about. */
export interface RequestPlan {
  readonly from: CountryCode | null;
  readonly to: CountryCode | null;
  readonly instrument: Instrument;
  readonly bases: readonly LegalBasis[];
  readonly route: Route | null;
  /** Languages (BCP 47) into which it is translated. */
  readonly translationInto: readonly string[];
}

/**
 * What the table makes of a plan. `impossible`: the table says that it does not bind one of the two;
 * `unconfirmed`: it must be looked up first; `unusual`: it works, but it is not the usual way.
 */
export interface RequestWarning {
  readonly type: 'impossible' | 'unconfirmed' | 'unusual';
  readonly about: 'instrument' | 'basis' | 'route' | 'language';
  /** The instrument, basis, route or language that it is about. */
  readonly choice: string;
  readonly country: CountryCode | null;
  /** The table's entry that says so, with its source; `null` where the table knows nothing. */
  readonly entry: CountryEntry | null;
  /** What is usually done instead; empty when nothing can be offered. */
  readonly instead: readonly string[];
}

/** What each instrument needs of both countries. Those not named need no treaty of their own kind. */
const instrumentNeeds: Partial<Readonly<Record<Instrument, { readonly fact: CountryFact; readonly instead: readonly Instrument[] }>>> = {
  'european-investigation-order': { fact: 'eio', instead: ['letter-rogatory'] },
  'european-arrest-warrant': { fact: 'eaw', instead: ['extradition'] },
};

const basisNeeds: Partial<Readonly<Record<LegalBasis, CountryFact>>> = {
  'ets-030': 'ets-030', 'ets-099': 'ets-030', 'ets-182': 'ets-182', 'ets-182-art-20': 'ets-182', 'ets-024': 'ets-024', 'ets-141': 'ets-141', 'ets-185': 'ets-185',
  'eio-directive': 'eio', 'eaw-framework-decision': 'eaw', 'eu-mla-2000': 'eu-member', 'eu-jit-2002': 'eu-jit', 'regulation-2018-1805': 'freezing-regulation',
  untoc: 'untoc', uncac: 'uncac', 'un-narcotics-1988': 'un-narcotics-1988', 'pcc-see': 'pcc-see', 'selec-convention': 'selec', 'eurojust-agreement': 'eurojust-agreement',
  'europol-agreement': 'europol-operational',
};

const routeNeeds: Partial<Readonly<Record<Route, { readonly fact: CountryFact; readonly instead: readonly Route[] }>>> = {
  'interpol-i-24-7': { fact: 'interpol', instead: ['liaison-officer', 'police-bilateral'] },
  siena: { fact: 'europol-operational', instead: ['liaison-officer', 'interpol-i-24-7'] },
  'selec-channel': { fact: 'selec', instead: ['interpol-i-24-7', 'liaison-officer'] },
};

/** Every warning on a plan, the impossible first. Pure; `on` is the day for which validity is asked. */
export function judgeRequest(table: CountryTable, plan: RequestPlan, on: Day): readonly RequestWarning[] {
  const { from, to } = plan;
  if (from === null || to === null) return [];
  const countries = [from, to];
  const warnings = [
    ...instrumentWarnings(table, plan.instrument, countries, on),
    ...plan.bases.flatMap((basis) => basisWarnings(table, basis, countries, on)),
    ...routeWarnings(table, plan, countries, on),
    ...languageWarnings(table, plan, to),
  ];
  const rank = { impossible: 0, unconfirmed: 1, unusual: 2 } as const;
  return warnings.toSorted((one, other) => rank[one.type] - rank[other.type]);
}

function instrumentWarnings(table: CountryTable, instrument: Instrument, countries: readonly CountryCode[], on: Day): readonly RequestWarning[] {
  if (instrument === 'joint-investigation-team') return jitWarnings(table, countries, on);
  const need = instrumentNeeds[instrument];
  if (need === undefined) return [];
  return lacking(table, need.fact, countries, on).map((one) => ({ ...one, about: 'instrument', choice: instrument, instead: need.instead }));
}

/** A team needs the EU's framework decision on both sides, or ETS 182 Art. 20, or a treaty of the two. */
function jitWarnings(table: CountryTable, countries: readonly CountryCode[], on: Day): readonly RequestWarning[] {
  const [one, other] = countries;
  if (one === undefined || other === undefined) return [];
  const inUnion = countries.every((country) => standingOf(table, country, 'eu-jit', on).holds === 'yes');
  const byTreaty = pairsOf(table, one, other, on).some((pair) => pair.instruments.includes('joint-investigation-team'));
  if (inUnion || byTreaty) return [];
  return lacking(table, 'ets-182', countries, on).map((lack) => ({ ...lack, about: 'instrument', choice: 'joint-investigation-team', instead: ['letter-rogatory', 'spontaneous-information'] }));
}

function basisWarnings(table: CountryTable, basis: LegalBasis, countries: readonly CountryCode[], on: Day): readonly RequestWarning[] {
  const fact = basisNeeds[basis];
  if (fact === undefined) return [];
  const instead = usualBases(table, countries, on).filter((one) => one !== basis);
  return lacking(table, fact, countries, on).map((one) => ({ ...one, about: 'basis', choice: basis, instead }));
}

function routeWarnings(table: CountryTable, plan: RequestPlan, countries: readonly CountryCode[], on: Day): readonly RequestWarning[] {
  const { route } = plan;
  if (route === null) return [];
  const need = routeNeeds[route];
  if (need !== undefined) {
    const fits = (other: Route) => lacking(table, routeNeeds[other]?.fact, countries, on).length === 0;
    return lacking(table, need.fact, countries, on).map((one) => ({ ...one, about: 'route', choice: route, instead: need.instead.filter(fits) }));
  }
  if (route !== 'direct-judicial') return [];
  const [one, other] = countries;
  const agreed = one !== undefined && other !== undefined && pairsOf(table, one, other, on).some((pair) => pair.routes.includes('direct-judicial'));
  const inUnion = countries.every((country) => standingOf(table, country, 'eu-member', on).holds === 'yes');
  if (agreed || inUnion) return [];
  // ETS 182 Art. 4 lets judicial authorities write to one another; without it the ministries do (ETS 030 Art. 15).
  return lacking(table, 'ets-182', countries, on).map((lack) => ({ ...lack, about: 'route', choice: route, instead: ['ministry-of-justice', 'diplomatic'] }));
}

function languageWarnings(table: CountryTable, plan: RequestPlan, to: CountryCode): readonly RequestWarning[] {
  const asked = table.demands.find((one) => one.country === to)?.languages ?? [];
  if (asked.length === 0 || plan.translationInto.some((language) => asked.includes(language))) return [];
  return [{ type: 'unusual', about: 'language', choice: plan.translationInto[0] ?? '', country: to, entry: null, instead: asked }];
}

type Lack = Pick<RequestWarning, 'type' | 'country' | 'entry'>;

function lacking(table: CountryTable, fact: CountryFact | undefined, countries: readonly CountryCode[], on: Day): readonly Lack[] {
  if (fact === undefined) return [];
  return countries.flatMap((country) => {
    const standing = standingOf(table, country, fact, on);
    const type = typeOf(standing);
    return type === null ? [] : [{ type, country, entry: standing.entry }];
  });
}

function typeOf({ holds }: Standing): RequestWarning['type'] | null {
  return { yes: null, no: 'impossible', check: 'unconfirmed', unknown: 'unconfirmed' }[holds] as RequestWarning['type'] | null;
}

/** The general treaties that bind all of these countries on that day, the most specific first: what one would usually rely on. */
export function usualBases(table: CountryTable, countries: readonly CountryCode[], on: Day): readonly LegalBasis[] {
  const candidates: readonly LegalBasis[] = ['eio-directive', 'ets-182', 'ets-030', 'untoc'];
  const bound = candidates.filter((basis) => lacking(table, basisNeeds[basis], countries, on).length === 0);
  const [one, other] = countries;
  const treaties = one === undefined || other === undefined ? [] : pairsOf(table, one, other, on).flatMap((pair) => pair.bases);
  const all = [...new Set([...bound, ...treaties])];
  return all.length > 0 ? all : ['bilateral-treaty', 'national-law'];
}
