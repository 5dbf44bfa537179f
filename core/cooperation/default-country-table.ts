import type { CountryCode, Day } from '../ids.ts';
import { countryTable, type CountryDemand, type CountryEntry, type CountryFact, type CountryTable } from './country-table.ts';

/**
 * The table as it is shipped. Council of Europe treaties after the chart of signatures and
 * ratifications of its Treaty Office, EU instruments after the Official Journal, agreements of the
 * agencies after their own lists. What could not be confirmed is `check`, and the person is told so.
 */
const asOf = '2026-06-01' as Day;

const euMembers = [
  'AUT', 'BEL', 'BGR', 'HRV', 'CYP', 'CZE', 'DNK', 'EST', 'FIN', 'FRA', 'DEU', 'GRC', 'HUN', 'IRL', 'ITA', 'LVA', 'LTU', 'LUX', 'MLT', 'NLD', 'POL', 'PRT', 'ROU', 'SVK', 'SVN', 'ESP', 'SWE',
];
const region = ['ALB', 'BIH', 'XKX', 'MNE', 'MKD', 'SRB'];
const joined: Readonly<Record<string, string>> = { HRV: '2013-07-01', BGR: '2007-01-01', ROU: '2007-01-01' };

type Said = { readonly from?: string; readonly until?: string; readonly remark?: string; readonly holds?: CountryEntry['holds'] };

function entry(country: string, fact: CountryFact, source: string, said: Said = {}): CountryEntry {
  return {
    country: country as CountryCode,
    fact,
    holds: said.holds ?? 'yes',
    from: (said.from ?? null) as Day | null,
    until: (said.until ?? null) as Day | null,
    source,
    remark: said.remark ?? '',
  };
}

function each(countries: readonly string[], fact: CountryFact, source: string, said: (country: string) => Said = () => ({})): readonly CountryEntry[] {
  return countries.map((one) => entry(one, fact, source, said(one)));
}

function since(fact: CountryFact, source: string, days: Readonly<Record<string, string>>): readonly CountryEntry[] {
  return Object.entries(days).map(([country, from]) => entry(country, fact, source, { from }));
}

const eu: readonly CountryEntry[] = [
  ...each(euMembers, 'eu-member', 'Treaty on European Union', (one) => (joined[one] === undefined ? {} : { from: joined[one] })),
  ...each(region, 'eu-member', 'Treaty on European Union', () => ({ holds: 'no' })),
  ...each(euMembers, 'eio', 'Directive 2014/41/EU, recitals 44 and 45', (one) =>
    one === 'DNK' || one === 'IRL' ? { holds: 'no', remark: 'Does not take part in the Directive.' } : { from: '2017-05-22' },
  ),
  ...each(region, 'eio', 'Directive 2014/41/EU', () => ({ holds: 'no', remark: 'The Directive binds EU Member States only.' })),
  ...each(euMembers, 'eaw', 'Framework Decision 2002/584/JHA', (one) => ({ from: joined[one] ?? '2004-01-01' })),
  ...each(region, 'eaw', 'Framework Decision 2002/584/JHA', () => ({ holds: 'no', remark: 'Between EU Member States only; extradition takes its place.' })),
  ...each(euMembers, 'freezing-regulation', 'Regulation (EU) 2018/1805', (one) =>
    one === 'DNK' || one === 'IRL' ? { holds: 'no', remark: 'Not bound; earlier framework decisions apply.' } : { from: '2020-12-19' },
  ),
  ...each(region, 'freezing-regulation', 'Regulation (EU) 2018/1805', () => ({ holds: 'no', remark: 'Between EU Member States only.' })),
  ...each(euMembers, 'eu-jit', 'Framework Decision 2002/465/JHA'),
  ...each(euMembers, 'eppo-member', 'Regulation (EU) 2017/1939', (one) => {
    if (['DNK', 'IRL', 'HUN'].includes(one)) return { holds: 'no' };
    return one === 'POL' || one === 'SWE' ? { from: one === 'POL' ? '2024-02-29' : '2024-07-02', remark: 'Joined later; see the Commission decision confirming participation.' } : { from: '2021-06-01' };
  }),
  ...each([...euMembers, ...region], 'ejn-contact-points', 'European Judicial Network', (one) => (region.includes(one) ? { holds: 'check', remark: 'Contact points of third countries are named case by case.' } : {})),
];

const treatyOffice = 'Council of Europe Treaty Office, chart of ETS 030';
const secondProtocol = 'Council of Europe Treaty Office, chart of ETS 182';
const notParty = { holds: 'no', remark: 'Not a member of the Council of Europe and not a party.' } as const;

const treaties: readonly CountryEntry[] = [
  ...since('ets-030', treatyOffice, { ALB: '2000-07-03', BIH: '2005-07-24', HRV: '1999-08-05', MNE: '2006-06-06', MKD: '1999-10-26', SRB: '2002-12-29' }),
  ...each(euMembers.filter((one) => one !== 'HRV'), 'ets-030', treatyOffice),
  entry('XKX', 'ets-030', treatyOffice, notParty),
  ...since('ets-182', secondProtocol, { ALB: '2004-02-01', BIH: '2008-03-01', HRV: '2007-07-01', MNE: '2009-02-01', MKD: '2009-04-01', SRB: '2007-08-01' }),
  ...each(euMembers.filter((one) => !['HRV', 'GRC', 'LUX', 'ITA', 'AUT', 'HUN'].includes(one)), 'ets-182', secondProtocol),
  ...each(['GRC', 'LUX', 'ITA', 'AUT', 'HUN'], 'ets-182', secondProtocol, () => ({ holds: 'check', remark: 'Ratified late or not at all: look at the chart before relying on it.' })),
  entry('XKX', 'ets-182', secondProtocol, notParty),
  ...each([...euMembers, ...region.filter((one) => one !== 'XKX')], 'ets-024', 'Council of Europe Treaty Office, chart of ETS 024'),
  entry('XKX', 'ets-024', 'Council of Europe Treaty Office, chart of ETS 024', notParty),
  ...each(region.filter((one) => one !== 'XKX').concat('HRV'), 'ets-141', 'Council of Europe Treaty Office, chart of ETS 141'),
  entry('XKX', 'ets-141', 'Council of Europe Treaty Office, chart of ETS 141', notParty),
  ...each([...euMembers.filter((one) => one !== 'IRL'), ...region.filter((one) => one !== 'XKX')], 'ets-185', 'Council of Europe Treaty Office, chart of ETS 185'),
  entry('IRL', 'ets-185', 'Council of Europe Treaty Office, chart of ETS 185', { holds: 'check', remark: 'Signed in 2002; look whether it has been ratified since.' }),
  entry('XKX', 'ets-185', 'Council of Europe Treaty Office, chart of ETS 185', notParty),
  ...each([...euMembers, ...region.filter((one) => one !== 'XKX')], 'untoc', 'UN Treaty Collection, XVIII.12'),
  ...each([...euMembers, ...region.filter((one) => one !== 'XKX')], 'uncac', 'UN Treaty Collection, XVIII.14'),
  ...each([...euMembers, ...region.filter((one) => one !== 'XKX')], 'un-narcotics-1988', 'UN Treaty Collection, VI.19'),
  ...(['untoc', 'uncac', 'un-narcotics-1988'] as const).map((fact) => entry('XKX', fact, 'UN Treaty Collection', { holds: 'no', remark: 'Not a party.' })),
];

const services: readonly CountryEntry[] = [
  ...each([...euMembers, ...region.filter((one) => one !== 'XKX')], 'interpol', 'Interpol, list of member countries'),
  entry('XKX', 'interpol', 'Interpol, list of member countries', {
    holds: 'no',
    remark: 'There is no National Central Bureau; police messages go through the UNMIK liaison office, a liaison officer or a bilateral channel.',
  }),
  ...each(euMembers, 'europol-operational', 'Regulation (EU) 2016/794', (one) => (one === 'DNK' ? { holds: 'check', remark: 'Takes part through an operational agreement of its own, since 2017.' } : {})),
  ...since('europol-operational', 'Europol, operational agreements', { MKD: '2011-09-16', ALB: '2013-12-09', SRB: '2014-01-16', MNE: '2014-09-29', BIH: '2016-08-31' }),
  entry('XKX', 'europol-operational', 'Europol, agreements and working arrangements', { holds: 'no' }),
  entry('XKX', 'europol-working-arrangement', 'Europol, working arrangement with law enforcement authorities of Kosovo*', { from: '2020-07-30', remark: 'Exchange of other than operational personal data is limited by its terms.' }),
  ...each(euMembers, 'eurojust-agreement', 'Regulation (EU) 2018/1727', (one) => (one === 'DNK' ? { remark: 'By an agreement of its own.' } : {})),
  ...since('eurojust-agreement', 'Eurojust, agreements with third States', { MKD: '2010-06-23', MNE: '2017-06-02', ALB: '2019-12-15', SRB: '2019-12-10' }),
  entry('BIH', 'eurojust-agreement', 'Eurojust; signed on 24 October 2024', { holds: 'check', from: '2024-10-24', remark: 'Signed; look whether it has entered into force before relying on it.' }),
  entry('XKX', 'eurojust-agreement', 'Eurojust, agreements with third States', { holds: 'no', remark: 'Contact through the Western Balkans Criminal Justice Project.' }),
  ...since('eppo-arrangement', 'EPPO, working arrangements', { MNE: '2022-09-22', BIH: '2023-11-21' }),
  ...each(['ALB', 'MKD', 'SRB', 'XKX'], 'eppo-arrangement', 'EPPO, working arrangements', () => ({ holds: 'check', remark: 'Look at the list of working arrangements for its date and terms.' })),
  ...each(['ALB', 'BIH', 'MNE', 'MKD', 'SRB', 'BGR', 'GRC', 'HUN', 'ROU'], 'selec', 'SELEC Convention, 2009'),
  ...each(['HRV', 'SVN', 'XKX'], 'selec', 'SELEC', () => ({ holds: 'check', remark: 'Membership or partner status has changed: look at the list of members.' })),
  ...each(['ALB', 'BIH', 'MNE', 'MKD', 'SRB', 'AUT', 'BGR', 'HUN', 'ROU', 'SVN', 'HRV'], 'pcc-see', 'Police Cooperation Convention for Southeast Europe, 2006'),
  entry('XKX', 'pcc-see', 'Police Cooperation Convention for Southeast Europe, 2006', { holds: 'no' }),
  ...each(region, 'carin', 'CARIN and BAMIN', () => ({ holds: 'check', remark: 'Contact persons are listed by the network, not by convention.' })),
];

/** In which language a request is taken: declarations to ETS 030 Art. 16, or the official languages where nothing else is known. */
const demands: readonly CountryDemand[] = [
  demand('ALB', ['sq'], 'English or French are often taken for urgent matters; ask.'),
  demand('BIH', ['bs', 'hr', 'sr-Latn'], 'Any of the three official languages.'),
  demand('HRV', ['hr'], 'English where the matter is urgent.'),
  demand('XKX', ['sq', 'sr-Latn'], 'English is usual in practice.'),
  demand('MNE', ['cnr', 'sr-Latn'], ''),
  demand('MKD', ['mk'], ''),
  demand('SRB', ['sr-Latn'], 'Either script.'),
  demand('DEU', ['de'], ''),
  demand('FRA', ['fr'], ''),
  demand('ITA', ['it'], ''),
  demand('AUT', ['de'], ''),
  demand('SVN', ['sl'], ''),
  demand('NLD', ['nl', 'en'], ''),
];

function demand(country: string, languages: readonly string[], remark: string): CountryDemand {
  return { country: country as CountryCode, languages: [...languages], copies: null, source: 'Declarations to ETS 030 Art. 16, official languages otherwise', remark };
}

export const defaultCountryTable: CountryTable = countryTable.parse({ asOf, entries: [...eu, ...treaties, ...services], demands, pairs: [] });
