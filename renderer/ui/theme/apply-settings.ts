import { useEffect } from 'react';
import { bridge } from '../engine-client/bridge.ts';
import { useSettings } from '../engine-client/engine-context.tsx';
import { chooseLanguage } from '../words/words.ts';
import { applyAppearance } from './appearance.ts';

/** Draws as the settings in the vault say, once they are known and whenever they change. */
export function useApplySettings(): void {
  const settings = useSettings();
  const appearance = settings?.appearance;
  const textSize = settings?.textSize;
  useEffect(() => {
    if (appearance !== undefined && textSize !== undefined) applyAppearance(appearance, textSize);
  }, [appearance, textSize]);
  const language = settings?.language;
  useEffect(() => {
    if (language === undefined || language === null) return;
    void bridge().call('window:language', language);
    void chooseLanguage(language);
  }, [language]);
}
