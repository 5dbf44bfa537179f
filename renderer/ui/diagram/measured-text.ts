import type { Measure } from '../../../core/diagram/wrapped-lines.ts';

let surface: CanvasRenderingContext2D | null = null;

/** How wide a text is in the face of the interface. Worked out anew each time: a face may have been loaded since. */
export function measureIn(font: string): Measure {
  surface ??= document.createElement('canvas').getContext('2d');
  const context = surface;
  return (text, size, weight) => {
    if (context === null) return text.length * size * 0.55;
    context.font = `${String(weight)} ${String(size)}px ${font}`;
    return context.measureText(text).width;
  };
}

/**
 * Loads the parts of the face that a text is written in: a canvas draws with what is there and does not
 * draw again when the letters of another script arrive.
 */
export async function loadLetters(font: string, text: string): Promise<void> {
  // A face that cannot be loaded leaves the next of the list, which draws too.
  await Promise.allSettled(['400', '500', '600'].map((weight) => document.fonts.load(`${weight} 12px ${font}`, text)));
}
