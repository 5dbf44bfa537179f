import { useEffect, useState } from 'react';
import type { Measure } from '../../../core/diagram/wrapped-lines.ts';

let surface: CanvasRenderingContext2D | null = null;

/** How wide a text is in the face of the interface. Worked out anew each time: a face may have been loaded since. */
export function measureInFace(font = interfaceFace()): Measure {
  surface ??= document.createElement('canvas').getContext('2d');
  const context = surface;
  return (text, size, weight) => {
    if (context === null) return text.length * size * 0.55;
    context.font = `${String(weight)} ${String(size)}px ${font}`;
    return context.measureText(text).width;
  };
}

/** Whether the parts of the face that a text is written in were loaded: other scripts are fetched when they are met. */
export function useLetters(text: string): boolean {
  const letters = [...new Set(text)].sort().join('');
  const [loaded, setLoaded] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadLetters(letters).then(() => {
      if (wanted) setLoaded(letters);
    });
    return () => {
      wanted = false;
    };
  }, [letters]);
  return loaded === letters;
}

async function loadLetters(letters: string): Promise<void> {
  const face = interfaceFace();
  // A face that cannot be loaded leaves the next of the list, which draws too.
  await Promise.allSettled(['400', '500', '600'].map((weight) => document.fonts.load(`${weight} 12px ${face}`, letters)));
}

/** The face of the interface, with those that stand in for it. */
export function interfaceFace(): string {
  return getComputedStyle(document.body).fontFamily;
}
