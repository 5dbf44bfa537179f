import { defaultScheme } from '../../../core/markings/default-scheme.ts';
import type { Day } from '../../../core/ids.ts';
import { spokenLanguages } from '../../../renderer/ui/kit/languages.ts';
import { sampleRecords } from '../../../renderer/engine/sample/sample-records.ts';
import { defaultCountryTable } from '../../../core/cooperation/default-country-table.ts';
import { countryChoices } from '../../../renderer/ui/kit/country-name.ts';
import { speak, type Language } from '../../../renderer/ui/words/language.ts';
import tableInFrench from '../../../renderer/ui/words/fr/country-table.json' with { type: 'json' };
import { walker } from './journey.ts';

/** What is on the screen and is nobody's translation: what people wrote, names, countries, markings, numbers and days. */
export interface Content {
  /** Whether a piece of a text is such. */
  readonly holds: (piece: string) => boolean;
}

/** What the profile of the demonstration's office names. */
const office = [
  'Fight against organised crime and corruption', 'Joint Working Group on Trafficking in Firearms', 'JWG Firearms', 'Programme secretariat',
  'Office network', 'Hotel Wi-Fi', 'Encrypted stick of the programme', 'Security accreditation authority', 'SAA 2026/14',
  'Direzione Nazionale Antimafia', 'JUNALCO', 'Investigation and prosecution of trafficking in firearms', 'Directive (EU) 2016/680, Art. 8', 'Data protection officer of the programme',
];

/** Days, times, months and how near a day is: the formats of the language write these. */
const formatted = new RegExp(
  [
    String.raw`(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{4}(?:, \d{2}:\d{2})?`,
    String.raw`(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}`,
    String.raw`\b(?:yesterday|today|tomorrow)(?: \d{2}:\d{2})?\b`,
    String.raw`\b\d[\d,.]*[\s\u00A0](?:B|KB|MB|GB|%)`,
    // Units are the same in every language (renderer/ui/words/length.ts).
    String.raw`\b\d+ (?:h|min)\b`,
    // Keys, and what is called the same in every language.
    String.raw`\bTLP:(?:RED|AMBER(?:\+STRICT)?|GREEN|CLEAR)\b`, 'SHA-256', 'Rapporteur', 'Electron', 'Chromium',
  ].join('|'),
  'g',
);

/** The content of the sample casework, of the demonstration's office, and of whoever walks. */
export function contentOf(language: Language, today: Day): Content {
  const whole = new Set<string>([...office, walker.name, walker.institution, 'Κείμενο']);
  // Sources and remarks are data of the profile, whoever wrote them.
  for (const text of [...textsIn(defaultCountryTable), ...Object.keys(tableInFrench)]) whole.add(text);
  const { records, corrections } = sampleRecords(today);
  for (const value of [...records.map((one) => one.value), ...corrections.map((one) => one.correction)]) for (const text of textsIn(value)) whole.add(asShown(text));
  for (const marking of defaultScheme.markings) whole.add(marking.short).add(marking.full);
  speak(language);
  const { region, others } = countryChoices();
  for (const { label } of [...region, ...others]) whole.add(label);
  for (const one of ['Ana Sever', 'Seconded prosecutor (invented)', ...spokenLanguages]) whole.add(one);
  const all = [...whole].join('\n');
  // A long piece may be a part of what was written: an excerpt, a line of several.
  const holds = (piece: string) => /^(?:F\d+|\p{Lu})$/u.test(piece) || whole.has(piece) || (piece.length >= 16 && all.includes(piece));
  const told = (piece: string, separators: readonly RegExp[]): boolean => {
    const [separator, ...rest] = separators;
    if (isQuiet(piece) || holds(piece.trim()) || holds(bare(piece))) return true;
    return separator !== undefined && piece.split(separator).every((one) => told(one, rest));
  };
  return { holds: (text) => told(text.replaceAll(formatted, ''), [/[·\n→+]/, /: |\s—\s/, /\. /, /, /, / and /]) };
}

const asShown = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const bare = (piece: string) => piece.replaceAll(/^(?:\d+\.\s)?[\s(“«.,;…]*|[\s)”».,;…]+$/g, '');
const isQuiet = (piece: string) => !/\p{L}/u.test(piece);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What is left of a text without what stands in the brackets of the pseudo language. */
export function outsideBrackets(text: string): string {
  const inner = /⟦[^⟦⟧]*⟧/g;
  let rest = text;
  while (inner.test(rest)) rest = rest.replaceAll(inner, ' · ');
  return rest;
}
