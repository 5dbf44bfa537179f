import { app, screen, type BrowserWindow } from 'electron';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fitBounds } from './fit-bounds.ts';

const rememberedWindow = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean(),
});

function stateFile(): string {
  return join(app.getPath('userData'), 'window.json');
}

/** Where the window was when it was last closed: its place and size and nothing else. */
export function windowPlace(): { bounds: ReturnType<typeof fitBounds>; maximized: boolean } {
  const remembered = readRemembered();
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  return { bounds: fitBounds(remembered, screens), maximized: remembered?.maximized ?? false };
}

function readRemembered(): z.infer<typeof rememberedWindow> | null {
  try {
    return rememberedWindow.parse(JSON.parse(readFileSync(stateFile(), 'utf8')));
  } catch {
    return null;
  }
}

/** Remembers the window's place when it closes. */
export function rememberPlace(window: BrowserWindow): void {
  window.on('close', () => {
    const place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    const file = stateFile();
    try {
      writeFileSync(`${file}.new`, JSON.stringify(place));
      renameSync(`${file}.new`, file);
    } catch {
      // A full disk must not keep a window from closing; it opens in the middle next time.
    }
  });
}
