import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { english } from './en/index.ts';

export type Room = keyof typeof english;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: typeof english;
  }
}

/** Starts the words; nothing is drawn before. */
export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    ns: Object.keys(english),
    defaultNS: 'frame',
    resources: { en: english },
    // React escapes; escaping twice would show entities.
    interpolation: { escapeValue: false },
  });
}

/** The words of one room: `const say = useWords('cases'); say('empty.title')`. */
export function useWords<Name extends Room>(room: Name) {
  return useTranslation(room).t;
}
