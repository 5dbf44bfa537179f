import type { Meeting } from '../../../core/minutes/minutes-source.ts';
import type { MinutesLanguage } from '../../../core/minutes/labels/languages.ts';

/**
 * A file name that says which minutes these are and nothing of what is in them: reference and day.
 * The title stays out, since names of files are seen where the file is not opened.
 */
export function suggestedName(meeting: Meeting, language: MinutesLanguage): string {
  const parts = ['Minutes', meeting.reference, meeting.day ?? '', language === 'en' ? '' : language];
  const name = parts.filter((part) => part !== '').join(' ');
  return `${safeFilePart(name)}.pdf`;
}

/** A name without characters that Windows does not allow in it, cut where names become too long; letters of any script stay. */
export function safeFilePart(name: string): string {
  return name.replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, '-').replaceAll(/\s+/g, ' ').trim().slice(0, 120);
}
