/**
 * The fonts that minutes are printed in, as the app's origin serves them under `/fonts/`. Each face
 * is cut into parts by script; a page loads only the parts it needs. Files and ranges are those of
 * the @fontsource packages (SIL Open Font License 1.1).
 */
const parts = {
  latin: 'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  'latin-ext': 'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C4, U+2113, U+2C60-2C7F, U+A720-A7FF',
  cyrillic: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116',
  'cyrillic-ext': 'U+0460-052F, U+1C80-1C8A, U+20B4, U+2DE0-2DFF, U+A640-A69F, U+FE2E-FE2F',
  greek: 'U+0370-0377, U+037A-037F, U+0384-038A, U+038C, U+038E-03A1, U+03A3-03FF',
} as const;

type FontPart = keyof typeof parts;
const fontParts = Object.keys(parts) as readonly FontPart[];

interface Face {
  readonly family: string;
  readonly package: string;
  readonly weight: 400 | 600;
}

export const serif: Face = { family: 'Source Serif 4', package: 'source-serif-4', weight: 400 };
const serifSemibold: Face = { ...serif, weight: 600 };
export const sans: Face = { family: 'IBM Plex Sans', package: 'ibm-plex-sans', weight: 400 };
const sansSemibold: Face = { ...sans, weight: 600 };
const faces = [serif, serifSemibold, sans, sansSemibold];

/** Name of the file that holds one part of a face. */
function fontFile(face: Face, part: FontPart): string {
  return `${face.package}-${part}-${face.weight}-normal.woff2`;
}

/** Every file that a printed page or its margins may ask for; nothing else is served. build/print-fonts.ts bundles them. */
export const printFontNames: readonly string[] = faces.flatMap((face) => fontParts.map((part) => fontFile(face, part)));

/** The `@font-face` rules. `block`: a page must never be printed in a stand-in while its font is on the way. */
export function fontFaceRules(): string {
  return faces
    .flatMap((face) =>
      fontParts.map(
        (part) =>
          `@font-face{font-family:'${face.family}';font-weight:${face.weight};font-style:normal;font-display:block;src:url('/fonts/${fontFile(face, part)}') format('woff2');unicode-range:${parts[part]}}`,
      ),
    )
    .join('\n');
}

/**
 * One glyph for one character. A ligature or a local form (the Serbian "б") is a glyph without a
 * character of its own in the PDF's maps: many readers could then neither find the word nor copy it.
 * Important, because every `font` shorthand would set both back.
 */
export const plainGlyphs = "*{font-variant-ligatures:none!important;font-feature-settings:'locl' 0!important}";
