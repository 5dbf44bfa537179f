/**
 * The words for days that people say in meetings of the region, folded to lower case without
 * diacritics and in Latin script (see `foldWord`): English, French, Albanian, Bosnian, Croatian,
 * Montenegrin, Serbian, Macedonian. Beginnings are enough where a language inflects.
 */
export const weekdayBeginnings: readonly (readonly string[])[] = [
  ['monday', 'lundi', 'e hene', 'te hene', 'hene', 'ponedelja', 'ponedjelja', 'ponedeljak', 'ponedjeljak', 'ponedelnik'],
  ['tuesday', 'mardi', 'e marte', 'te marte', 'marte', 'utorak', 'utorka', 'vtornik'],
  ['wednesday', 'mercredi', 'e merkure', 'te merkure', 'merkure', 'sreda', 'srede', 'sredu', 'srijeda', 'srijede', 'srijedu'],
  ['thursday', 'jeudi', 'e enjte', 'te enjte', 'enjte', 'cetvrtak', 'cetvrtka', 'cetvrtok'],
  ['friday', 'vendredi', 'e premte', 'te premte', 'premte', 'petak', 'petka', 'petok'],
  ['saturday', 'samedi', 'e shtune', 'te shtune', 'shtune', 'subota', 'subote', 'subotu', 'sabota'],
  ['sunday', 'dimanche', 'e diel', 'te diel', 'diel', 'nedelja', 'nedelje', 'nedelju', 'nedjelja', 'nedjelje', 'nedela'],
];

/** Beginnings of month names, January first; matched against a whole word. */
export const monthBeginnings: readonly (readonly string[])[] = [
  ['jan', 'janv', 'sijec'],
  ['feb', 'fev', 'shk', 'velj'],
  ['mar', 'ozuj'],
  ['apr', 'avr', 'pri', 'trav'],
  ['may', 'mai', 'maj', 'svib'],
  ['jun', 'juin', 'qer', 'lip'],
  ['jul', 'juil', 'korr', 'srp'],
  ['aug', 'aou', 'gus', 'avg', 'kolov'],
  ['sep', 'sht', 'ruj'],
  ['oct', 'okt', 'tet', 'list'],
  ['nov', 'nen', 'stud'],
  ['dec', 'dhj', 'pros'],
];

export const todayWords = ['today', "aujourd'hui", 'sot', 'danas', 'denes', 'denas'] as const;
export const tomorrowWords = ['tomorrow', 'demain', 'neser', 'sutra', 'utre'] as const;
export const endOfMonthWords = ['end of the month', 'end of month', 'fin du mois', 'fin de mois', 'fund te muajit', 'kraja meseca', 'kraja mjeseca', 'krajot na mesecot'] as const;
/** What may stand before a day and goes with it, the longest that fits. */
export const deadlineWords = ['by', 'before', 'until', 'till', 'on', 'due', 'avant', "d'ici", "d'ici au", 'pour', 'au plus tard', 'deri', 'brenda', 'do', 'najkasnije do'] as const;

const cyrillic: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'dj', ѓ: 'gj', е: 'e', ж: 'z', з: 'z', ѕ: 'dz', и: 'i', ј: 'j', к: 'k', л: 'l', љ: 'lj', м: 'm',
  н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'c', ќ: 'kj', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c', џ: 'dz', ш: 's',
};

/** Lower case, Latin, without diacritics: enough to compare words of dates and names of people present. */
export function foldWord(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll('đ', 'dj')
    .replaceAll('’', "'")
    .replaceAll(/[\u0400-\u04ff]/g, (letter) => cyrillic[letter] ?? letter);
}
