import { z } from 'zod';
import { defineKind } from './define-kind.ts';
import { attachments, country, day, evaluation, itemKey, jwgId, legalHold, line, order, paragraph, recordId, requiredLine, safeguards } from './parts.ts';

/**
 * Names as FollowTheMoney has them where it has one; it has none for phones and firearms, and calls
 * an identity document Identification (its Document is a file).
 */
export const subjectSchemas = ['Person', 'Organization', 'Company', 'PublicBody', 'Vehicle', 'Vessel', 'Airplane', 'PhoneNumber', 'Identification', 'Firearm', 'BankAccount', 'CryptoWallet', 'Address', 'Event', 'RealEstate', 'UserAccount'] as const;

/**
 * Whom a person is in the proceedings: Directive (EU) 2016/680 Art. 6 and Regulation (EU) 2016/794
 * Annex II.B. `not-decided` is what it is until somebody says, and cannot stay.
 */
export const personCategories = ['not-decided', 'suspect', 'convicted', 'potential-offender', 'victim', 'witness', 'contact-or-associate', 'informant', 'acquitted', 'other'] as const;

export const statementNatures = ['fact', 'assessment'] as const;
export const useStatuses = ['intelligence-only', 'obtained-under-request', 'evidence', 'open-source'] as const;

const keyed = { key: itemKey, order } as const;

/** A person, organisation, vehicle, number, document, firearm, account, address or event of interest. No field for ethnicity, religion or opinion. */
export const subjectKind = defineKind({
  kind: 'subject',
  schema: z.object({
    schema: z.enum(subjectSchemas).default('Person'),
    name: requiredLine,
    aliases: z.array(line).max(60).default([]),
    /** Numbers by which it is known: plate, IMEI, passport, serial, IBAN, registration. */
    identifiers: z
      .array(z.object({ ...keyed, type: line.default(''), value: requiredLine, country: country.nullable().default(null), remark: line.default('') }))
      .max(100)
      .default([]),
    countries: z.array(country).max(60).default([]),
    birthDate: day.nullable().default(null),
    birthPlace: line.default(''),
    gender: z.enum(['unknown', 'female', 'male', 'other']).default('unknown'),
    /** Make and model, calibre, legal form: what the schema calls for. */
    particulars: line.default(''),
    place: line.default(''),
    day: day.nullable().default(null),
    description: paragraph.default(''),
    /** The category in force is the latest by its day; each with its ground. */
    categories: z
      .array(z.object({ ...keyed, category: z.enum(personCategories).default('not-decided'), ground: line.default(''), on: day.nullable().default(null), by: line.default('') }))
      .max(60)
      .default([]),
    statements: z
      .array(
        z.object({
          ...keyed,
          text: paragraph.default(''),
          nature: z.enum(statementNatures).default('assessment'),
          source: line.default(''),
          on: day.nullable().default(null),
          evaluation: evaluation.nullable().default(null),
          record: recordId.nullable().default(null),
        }),
      )
      .max(1000)
      .default([]),
    useStatus: z.enum(useStatuses).default('intelligence-only'),
    useLimits: paragraph.default(''),
    obtainedUnder: recordId.nullable().default(null),
    /** When somebody must decide whether it is still needed. Overdue means restricted. */
    reviewBy: day.nullable().default(null),
    extensions: z.array(z.object({ ...keyed, until: day.nullable().default(null), reason: line.default(''), by: line.default(''), on: day.nullable().default(null) })).max(60).default([]),
    /** A legal hold beats review and the bin. */
    hold: legalHold.nullable().default(null),
    case: recordId.nullable().default(null),
    otherCases: z.array(recordId).max(200).default([]),
    jwg: jwgId.nullable().default(null),
    attachments,
    safeguards: safeguards.prefault({}),
  }),
  lists: ['identifiers', 'categories', 'statements', 'extensions', 'attachments'],
  row: ['schema', 'name', 'aliases', 'identifiers', 'countries', 'birthDate', 'particulars', 'place', 'day', 'categories', 'useStatus', 'reviewBy', 'hold', 'case', 'otherCases', 'jwg'],
  named: ['name'],
});
