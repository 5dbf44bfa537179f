import type { Instant } from '../../../core/ids.ts';
import type { PaletteEnd } from './registers-api.ts';

/** Words that have stood for so long, in milliseconds, were read with what was found for them. */
export const typingRest = 2500;

interface Typed {
  readonly words: string;
  readonly at: Instant;
  found: number | null;
  /** It was a search, and is entered once it is known how much was found. */
  made: boolean;
}

/** The answer to words typed in the palette. */
export interface InPalette {
  found(count: number): void;
}

/**
 * What is typed in the palette until it is left. Names of commands are typed there as well as names of
 * persons, and what is found is shown for both: it is a search when something found was opened, and also when
 * the palette was closed over it, since it was read; it is none when the words led to a command.
 */
export class PaletteTyping {
  private typed: Typed[] = [];
  private readonly now: () => Instant;
  private readonly enter: (words: string, found: number) => void;

  constructor(now: () => Instant, enter: (words: string, found: number) => void) {
    this.now = now;
    this.enter = enter;
  }

  /** With every letter typed. Words that were typed on, before they could be read, are forgotten. */
  add(text: string): InPalette {
    const [at, last] = [this.now(), this.typed.at(-1)];
    if (last !== undefined && at >= last.at && at - last.at < typingRest) this.typed.pop();
    const one: Typed = { words: text.trim(), at, found: null, made: false };
    this.typed.push(one);
    return {
      found: (count) => {
        one.found = count;
        if (one.made) this.enter(one.words, count);
      },
    };
  }

  /** `command`: what was typed last was its name, and so is what that goes on from. */
  left(by: PaletteEnd): void {
    const [typed, name] = [this.typed, by === 'command' ? this.typed.at(-1)?.words : undefined];
    this.typed = [];
    for (const one of typed) {
      if (name?.startsWith(one.words) === true) continue;
      one.made = true;
      if (one.found !== null) this.enter(one.words, one.found);
    }
  }
}
