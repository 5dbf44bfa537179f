import type { TFunction } from 'i18next';
import type { RecoveryKit } from '../../engine/api.ts';
import { dayInWords, dayOf } from '../words/dates.ts';
import { labelled } from '../words/joined.ts';
import { languageNow } from '../words/language.ts';

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** The kit as a page for paper: a whole document without scripts or outside references. */
export function kitAsPage(kit: RecoveryKit, say: TFunction<'gate'>): string {
  const row = (name: string, value: string) => `<tr><th>${escaped(name)}</th><td>${escaped(value)}</td></tr>`;
  const groups = kit.code.split('-').map((group) => `<span>${escaped(group)}</span>`).join(' ');
  return `<!doctype html><html lang="${languageNow()}"><head><meta charset="utf-8"><title>${escaped(say('kit.page.title'))}</title><style>
    body { margin: 25mm 20mm; font: 11pt/1.5 "IBM Plex Sans", "Noto Sans", sans-serif; color: #000; }
    h1 { font: 600 20pt/1.2 "Source Serif 4", "Noto Serif", serif; margin: 0 0 8mm; }
    .key { border: 1pt solid #000; padding: 6mm; margin: 0 0 8mm; font-size: 18pt; letter-spacing: 0.06em; line-height: 1.8; }
    .key span { display: inline-block; min-width: 22mm; font-variant-numeric: tabular-nums slashed-zero; }
    th { text-align: left; font-weight: 400; padding: 0 8mm 1mm 0; color: #444; }
    td { padding: 0 0 1mm; }
    p { margin: 6mm 0 0; max-width: 150mm; }
  </style></head><body><h1>${escaped(say('kit.page.title'))}</h1><div class="key">${groups}</div><table>${row(say('kit.page.name'), kit.name)}${row(
    say('kit.page.made'),
    dayInWords(dayOf(kit.created)),
  )}${row(say('kit.page.fingerprint'), kit.fingerprint)}</table><p>${escaped(say('kit.page.use'))}</p><p>${escaped(say('kit.page.keep'))}</p></body></html>`;
}

/** The kit as a plain text file. */
export function kitAsText(kit: RecoveryKit, say: TFunction<'gate'>): string {
  return [
    say('kit.page.title'),
    '',
    kit.code,
    '',
    labelled(say('kit.page.name'), kit.name),
    labelled(say('kit.page.made'), dayInWords(dayOf(kit.created))),
    labelled(say('kit.page.fingerprint'), kit.fingerprint),
    '',
    say('kit.page.use'),
    '',
    say('kit.page.keep'),
    '',
  ].join('\r\n');
}
