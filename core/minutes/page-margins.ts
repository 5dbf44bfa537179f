import { html, ownText } from './markup.ts';
import { fontFaceRules, plainGlyphs, sans } from './print-fonts.ts';

export interface PageMargins {
  /** The overall marking, centred at the top and the bottom of every page. */
  readonly banner: string;
  readonly reference: string;
  /** `Page {page} of {pages}` in the language of the labels. */
  readonly pageLabel: string;
  /** BCP 47. */
  readonly language: string;
}

/**
 * What stands in the margins of the pages, as a document of as many pages with nothing else on them:
 * each is laid under its page after printing. Chromium sets it, so that every script is set in the
 * right font and embedded, whatever a reference or a marking is written in. The marking may grow to
 * three lines and is never cut; a reference that is too long for its line is.
 */
export function pageMarginsHtml(margins: PageMargins, pages: number): string {
  const { banner, reference, pageLabel, language } = margins;
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  const page = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title></title><style>${ownText(style)}</style></head><body>
${numbers.map(
  (number) => html`<div class="page"><p class="top">${banner}</p><div class="foot"><div class="line"><p class="reference">${reference}</p><p>${pageLabel
    .replace('{page}', String(number))
    .replace('{pages}', String(pages))}</p></div><p class="bottom">${banner}</p></div></div>`,
)}
</body></html>
`;
  return page.text;
}

const style = `${fontFaceRules()}
@page{size:A4;margin:0}
*{box-sizing:border-box;margin:0}
${plainGlyphs}
html{font:8.5pt/1.3 '${sans.family}',sans-serif;font-variant-numeric:lining-nums tabular-nums}
.page{position:relative;height:296mm;overflow:hidden}
.page + .page{break-before:page}
.top,.bottom{font-size:10.5pt;font-weight:600;line-height:1.2;letter-spacing:.02em;text-align:center;overflow-wrap:anywhere}
.top{position:absolute;top:12mm;left:25mm;right:25mm}
.foot{position:absolute;top:270mm;left:25mm;right:25mm}
.line{display:flex;gap:8mm;justify-content:space-between;white-space:nowrap;margin-bottom:2.5mm}
.reference{overflow:hidden;text-overflow:ellipsis}
`;
