export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const smallestWindow = { width: 880, height: 600 };
const usualWindow = { width: 1280, height: 840 };

/**
 * Where the window opens: where it was, made to fit the screen that shows most of that place; in
 * the middle of the first screen when it never was anywhere, or when that screen is gone.
 */
export function fitBounds(remembered: Bounds | null, screens: readonly Bounds[]): Partial<Bounds> & { width: number; height: number } {
  const screen = remembered === null ? undefined : screens.toSorted((a, b) => overlap(remembered, b) - overlap(remembered, a))[0];
  if (remembered === null || screen === undefined || overlap(remembered, screen) === 0) {
    const first = screens[0];
    return first === undefined
      ? usualWindow
      : { width: Math.min(usualWindow.width, first.width), height: Math.min(usualWindow.height, first.height) };
  }
  const width = Math.min(Math.max(remembered.width, smallestWindow.width), screen.width);
  const height = Math.min(Math.max(remembered.height, smallestWindow.height), screen.height);
  return {
    width,
    height,
    x: Math.min(Math.max(remembered.x, screen.x), screen.x + screen.width - width),
    y: Math.min(Math.max(remembered.y, screen.y), screen.y + screen.height - height),
  };
}

function overlap(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
