import { z } from 'zod';
import { instruments, legalBases, routes } from '../records/request.ts';
import { country, day, requiredLine } from '../records/parts.ts';

/**
 * The country table: what each country is bound by, linked to and asks for, each entry with its
 * source and from when to when it holds. It is data of the signed profile; the one in
 * `default-country-table.ts` is used where the profile brings none. It is warned from, never
 * enforced: agreements change, and a person may know better.
 */

/** What a country may be bound by or linked to. Each is one row of the table, or none where nothing is known. */
export const countryFacts = [
  'eu-member', 'eio', 'eaw', 'freezing-regulation', 'eu-jit', 'eppo-member', 'ets-030', 'ets-182', 'ets-024', 'ets-141', 'ets-185', 'untoc', 'uncac', 'un-narcotics-1988',
  'interpol', 'europol-operational', 'europol-working-arrangement', 'eurojust-agreement', 'eppo-arrangement', 'selec', 'pcc-see', 'ejn-contact-points', 'carin',
] as const;
export type CountryFact = (typeof countryFacts)[number];

const countryEntry = z.strictObject({
  country,
  fact: z.enum(countryFacts),
  /** `no` is said only where it is known: a missing entry means that nobody has looked. */
  holds: z.enum(['yes', 'no', 'check']),
  from: day.nullable().default(null),
  until: day.nullable().default(null),
  source: requiredLine,
  remark: z.string().max(600).default(''),
});

/** What a country asks for when something is sent to it. */
const countryDemand = z.strictObject({
  country,
  /** BCP 47 languages in which a request is taken; empty: not known. */
  languages: z.array(z.string().max(20)).max(10),
  copies: z.number().int().min(0).max(9).nullable().default(null),
  source: requiredLine,
  remark: z.string().max(600).default(''),
});

/** Something that holds between exactly two countries: a bilateral treaty, direct contact between authorities. */
const pairEntry = z.strictObject({
  countries: z.tuple([country, country]),
  bases: z.array(z.enum(legalBases)).max(20),
  instruments: z.array(z.enum(instruments)).max(20),
  routes: z.array(z.enum(routes)).max(20),
  from: day.nullable().default(null),
  until: day.nullable().default(null),
  source: requiredLine,
  remark: z.string().max(600).default(''),
});

export const countryTable = z.strictObject({
  /** The day on which somebody last went through it. */
  asOf: day,
  entries: z.array(countryEntry).max(5000),
  demands: z.array(countryDemand).max(300),
  pairs: z.array(pairEntry).max(2000),
});
export type CountryTable = z.infer<typeof countryTable>;
export type CountryEntry = CountryTable['entries'][number];
export type CountryDemand = CountryTable['demands'][number];
export type PairEntry = CountryTable['pairs'][number];
