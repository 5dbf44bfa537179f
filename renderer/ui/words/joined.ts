import { languageNow, localeNow } from './language.ts';

/** Facts of one line, with a middle dot between; what is empty is left out. */
export function joined(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');
}

/** `Name: Ana`, in French `Nom : Ana`, with a no-break space. */
export function labelled(label: string, text: string): string {
  return languageNow() === 'fr' ? `${label}\u00A0: ${text}` : `${label}: ${text}`;
}

/** `“Opening”`, in French `« Ouverture »`. */
export function quoted(text: string): string {
  return languageNow() === 'fr' ? `«\u00A0${text}\u00A0»` : `“${text}”`;
}

/** A word of the house as it stands within a line: `Title` → `title`; an abbreviation stays. */
export function withSmallBeginning(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.slice(0, 1).toLocaleLowerCase(localeNow()) + text.slice(1);
}

/** A word of the house as it stands at the beginning: `title` → `Title`. */
export function withCapital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase(localeNow()) + text.slice(1);
}
