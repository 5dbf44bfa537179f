import type { Picture, PictureShape } from './picture.ts';

/** What the interface is set in, then what other machines have. Quotes here would end the attribute. */
const fonts = "'IBM Plex Sans', 'Noto Sans', 'Segoe UI', Arial, sans-serif";

/**
 * A picture as an SVG 1.1 document that stands by itself: no script, no style sheet, nothing from
 * elsewhere. Text stays text, so that it can be selected and searched; what XML cannot hold is left out.
 */
export function svgOf({ width, height, title, shapes }: Picture): string {
  const [w, h] = [String(width), String(height)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" font-family="${fonts}" stroke-linecap="round" stroke-linejoin="round">`,
    `<title>${escaped(title)}</title>`,
    ...shapes.map(shapeOf),
    '</svg>',
    '',
  ].join('\n');
}

function shapeOf(shape: PictureShape): string {
  if (shape.type === 'text') {
    const anchor = shape.anchor === 'middle' ? ' text-anchor="middle"' : '';
    const weight = shape.weight === 400 ? '' : ` font-weight="${String(shape.weight)}"`;
    return `<text x="${String(shape.x)}" y="${String(shape.y)}" font-size="${String(shape.size)}"${weight}${anchor} fill="${shape.fill}">${escaped(shape.text)}</text>`;
  }
  const stroke = shape.stroke === null ? '' : ` stroke="${shape.stroke}" stroke-width="${String(shape.width)}"`;
  // Dashes with round ends would run into one another.
  const dash = shape.dash.length === 0 ? '' : ` stroke-dasharray="${shape.dash.join(' ')}" stroke-linecap="butt"`;
  const shift = shape.shift === undefined ? '' : ` transform="translate(${String(shape.shift.x)} ${String(shape.shift.y)})"`;
  return `<path d="${shape.d}" fill="${shape.fill ?? 'none'}"${stroke}${dash}${shift}/>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Characters outside of XML 1.0, section 2.2: control characters, lone surrogates and two that are never characters. */
const unfit = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function escaped(text: string): string {
  return text.replace(unfit, '').replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
