import { createInstance, type i18n } from 'i18next';
import { bracketedTexts } from '../../../renderer/ui/words/brackets.ts';
import { english } from '../../../renderer/ui/words/en/index.ts';
import { french } from '../../../renderer/ui/words/fr/index.ts';
import { withMillions, type Texts } from '../../../renderer/ui/words/resources.ts';

/** What the app speaks in a test: French, or the pseudo language that shows what is not translated. */
export type Tongue = 'fr' | 'brackets';

/** `say('gate', 'unlock.open')`: what the app writes there, so that a test can press it. */
export type Speech = (room: keyof typeof english, key: string, facts?: Readonly<Record<string, unknown>>) => string;

const texts: Readonly<Record<Tongue, () => [string, Texts][]>> = {
  fr: () => Object.entries(french).map(([room, words]) => [room, withMillions(words)]),
  brackets: () => Object.entries(english).map(([room, words]) => [room, bracketedTexts(words)]),
};

export async function speechIn(tongue: Tongue): Promise<Speech> {
  const words: i18n = createInstance();
  const lng = tongue === 'fr' ? 'fr' : 'en';
  await words.init({ lng, ns: Object.keys(english), resources: { [lng]: Object.fromEntries(texts[tongue]()) }, interpolation: { escapeValue: false } });
  const translate = words.t as unknown as (key: string, facts: object) => string;
  return (room, key, facts) => {
    const said = translate(key, { ns: room, ...facts });
    if (said === key) throw new Error(`No text ${room}: ${key}`);
    return said;
  };
}
