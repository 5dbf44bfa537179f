import { safeguards as schema, type Safeguards } from '../../../core/records/parts.ts';
import { countryName } from '../kit/country-name.ts';
import { dayInWords } from '../words/dates.ts';
import { labelled } from '../words/joined.ts';
import { useWords } from '../words/words.ts';

type Say = ReturnType<typeof useWords<'records'>>;

/** The safeguards of a record, everything that is recorded, one line each. */
export function useSafeguardsAtLength(): (value: unknown) => string {
  const say = useWords('records');
  return (value) => {
    const read = schema.safeParse(value);
    if (!read.success) return '';
    const lines = [...restrictions(read.data, say), ...origins(read.data, say)];
    return lines.length === 0 ? say('noRestriction') : lines.join('\n');
  };
}

function restrictions(value: Safeguards, say: Say): readonly string[] {
  const { releasableTo, embargo } = value;
  return [
    ...(value.limite ? [say('safeguards.limite')] : []),
    ...value.handling.map(({ code, provider, restriction }) => [say(`safeguards.codes.${code}`), provider, restriction].filter((one) => one !== undefined && one !== '').join(' · ')),
    ...(embargo === null ? [] : [labelled(say('safeguards.embargo'), dayInWords(embargo))]),
    ...(releasableTo === null ? [] : [say('releasedToNamed', { names: releasableTo.map(placeName).join(', ') })]),
    ...(value.tlp === null ? [] : [`TLP:${value.tlp}`]),
  ];
}

function origins(value: Safeguards, say: Say): readonly string[] {
  const { evaluation, transferGround } = value;
  return [
    ...(value.originator === '' ? [] : [labelled(say('safeguards.originator'), value.originator)]),
    ...(evaluation === null ? [] : [say(`safeguards.sources.${evaluation.source}`), say(`safeguards.informations.${evaluation.information}`)]),
    ...(value.aboutPersons ? [say('safeguards.aboutPersons')] : []),
    ...(transferGround === null ? [] : [say('groundLine', { article: say(`safeguards.articles.${transferGround.article}`), explanation: transferGround.explanation, day: dayInWords(transferGround.on) })]),
    ...value.consents.map((one) => say('consentLine', { covers: say(`safeguards.coverage.${one.covers}`), by: one.by, day: dayInWords(one.on), reference: one.reference })),
  ];
}

function placeName(place: string): string {
  return /^[A-Z]{3}$/.test(place) ? countryName(place) : place;
}
