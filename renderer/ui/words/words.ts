import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { english } from './en/index.ts';
import { isBracketed, rememberLanguage, speak, type Language } from './language.ts';
import { numbersInTexts } from './numbers.ts';
import { withMillions } from './resources.ts';

export type Room = keyof typeof english;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: typeof english;
  }
}

/** Starts the words in a language; nothing is drawn before. */
export async function startWords(language: Language = 'en'): Promise<void> {
  await i18next.use(initReactI18next).use(numbersInTexts).init({
    lng: 'en',
    fallbackLng: 'en',
    ns: Object.keys(english),
    defaultNS: 'frame',
    resources: { en: english },
    // React escapes; escaping twice would show entities.
    interpolation: { escapeValue: false, alwaysFormat: true },
  });
  if (isBracketed()) await startBrackets();
  else await show(language);
}

let asked: Language = 'en';

/** Changes the language of everything that is drawn, at once; kept for the next start. */
export async function chooseLanguage(language: Language): Promise<void> {
  if (isBracketed()) return;
  rememberLanguage(language);
  await show(language);
}

async function show(language: Language): Promise<void> {
  asked = language;
  if (language === 'fr' && !i18next.hasResourceBundle('fr', 'frame')) await loadFrench();
  // Another may have been chosen while this one was loaded.
  if (asked !== language) return;
  speak(language);
  if ('document' in globalThis) document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

/** French is a file of its own: who works in English never reads it. */
async function loadFrench(): Promise<void> {
  const { french } = await import('./fr/index.ts');
  for (const [room, texts] of Object.entries(french)) i18next.addResourceBundle('fr', room, withMillions(texts), false, true);
}

async function startBrackets(): Promise<void> {
  const { bracketedTexts } = await import('./brackets.ts');
  for (const [room, texts] of Object.entries(english)) i18next.addResourceBundle('en', room, bracketedTexts(texts), false, true);
}

/** The words of one room: `const say = useWords('cases'); say('empty.title')`. */
export function useWords<Name extends Room>(room: Name) {
  return useTranslation(room).t;
}
