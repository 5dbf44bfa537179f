import { useEffect, useState } from 'react';
import type { Settings } from '../../engine/api.ts';

export type Appearance = Settings['appearance'];
export type TextSize = Settings['textSize'];
/** What is drawn: `system` is decided by the machine. */
export type Drawn = 'light' | 'dark' | 'contrast';

const appearanceKey = 'rapporteur.appearance';
const textSizeKey = 'rapporteur.text-size';
const appearances: readonly Appearance[] = ['system', 'light', 'dark', 'contrast'];
export const textSizes: readonly TextSize[] = [100, 112, 125, 150, 175, 200];

const darkSystem = () => window.matchMedia('(prefers-color-scheme: dark)');
const contrastSystem = () => window.matchMedia('(prefers-contrast: more)');

function drawn(appearance: Appearance): Drawn {
  if (appearance !== 'system') return appearance;
  if (contrastSystem().matches) return 'contrast';
  return darkSystem().matches ? 'dark' : 'light';
}

/**
 * Appearance is a setting inside the vault, but the unlock screen is drawn before it opens: these
 * two words, which say nothing of anybody, are also kept outside.
 */
export function rememberedAppearance(): { appearance: Appearance; textSize: TextSize } {
  const appearance = appearances.find((one) => one === localStorage.getItem(appearanceKey)) ?? 'system';
  const textSize = textSizes.find((one) => String(one) === localStorage.getItem(textSizeKey)) ?? 100;
  return { appearance, textSize };
}

export function applyAppearance(appearance: Appearance, textSize: TextSize): void {
  const root = document.documentElement;
  root.dataset['theme'] = drawn(appearance);
  root.dataset['textSize'] = String(textSize);
  localStorage.setItem(appearanceKey, appearance);
  localStorage.setItem(textSizeKey, String(textSize));
  window.dispatchEvent(new Event(changed));
}

const changed = 'rapporteur:appearance';

/** What is drawn now; follows the system while the person left it to the system. */
export function useDrawn(): Drawn {
  const [now, setNow] = useState<Drawn>(() => drawn(rememberedAppearance().appearance));
  useEffect(() => {
    const look = () => {
      const next = drawn(rememberedAppearance().appearance);
      document.documentElement.dataset['theme'] = next;
      setNow(next);
    };
    const systems = [darkSystem(), contrastSystem()];
    systems.forEach((one) => one.addEventListener('change', look));
    window.addEventListener(changed, look);
    look();
    return () => {
      systems.forEach((one) => one.removeEventListener('change', look));
      window.removeEventListener(changed, look);
    };
  }, []);
  return now;
}
