import { kosovoFootnotes, namesKosovo } from '../minutes/kosovo-footnote.ts';
import type { MinutesLanguage } from '../minutes/labels/languages.ts';
import type { Fact } from '../minutes/meeting-facts.ts';
import { html, type Markup } from '../minutes/markup.ts';
import { columns, printedPage, withFootnotes } from '../minutes/page-parts.ts';

/** A dated thing as it is printed. */
export interface TimelineLine {
  readonly day: string;
  /** Empty where the record does not say it. */
  readonly time: string;
  readonly title: string;
  /** What happened on that day, and what more there is to say. */
  readonly what: string;
  /** The level of the record in its short form. */
  readonly portion: string;
}

/** A timeline as it is printed: every text in its place, in the language spoken. */
export interface TimelineDocument {
  readonly language: 'en' | 'fr';
  readonly genre: string;
  readonly title: string;
  /** The full form of the highest level in it. */
  readonly banner: string;
  readonly facts: readonly Fact[];
  readonly heads: { readonly day: string; readonly record: string; readonly what: string };
  readonly periods: readonly { readonly name: string; readonly lines: readonly TimelineLine[] }[];
  /** How many records may not be named in it; empty where all may. */
  readonly leftOut: string;
}

/** The timeline as one page that goes on, for PDF: the marking comes into its margins after printing. */
export function timelineHtml(document: TimelineDocument): string {
  return printedPage(document.language, document.title, partsOf(document), style);
}

/** The heads of tables that are printed again where a table goes on over a page. */
export function timelineTableHeads({ heads }: TimelineDocument): readonly string[] {
  return [[heads.day, heads.record, heads.what].join('')];
}

/**
 * The same for paper, where nothing is added after printing: the marking stands in the head and the foot
 * of a table around everything, which the printer repeats on every page.
 */
export function timelineOnPaper(document: TimelineDocument): string {
  const mark = html`<tr><th class="mark">${document.banner}</th></tr>`;
  const whole = html`<table class="around"><thead>${mark}</thead><tfoot>${mark}</tfoot><tbody><tr><td>${partsOf(document)}</td></tr></tbody></table>`;
  return printedPage(document.language, document.title, [whole], style + paperStyle);
}

function partsOf(document: TimelineDocument): readonly Markup[] {
  const parts = [
    html`<header><p class="genre">${document.genre}</p><h1>${document.title}</h1>
<table class="facts"><tbody>${document.facts.filter((fact) => fact.value !== '').map((fact) => html`<tr><th scope="row">${fact.label}</th><td>${fact.value}</td></tr>`)}</tbody></table></header>`,
    ...document.periods.map((period) => periodPart(period, document)),
    document.leftOut === '' ? null : html`<p class="aside">${document.leftOut}</p>`,
  ];
  const named = parts.some((part) => part !== null && namesKosovo(part.text));
  const language: MinutesLanguage = document.language;
  return withFootnotes(parts, named ? kosovoFootnotes(language, 'en') : []);
}

function periodPart({ name, lines }: TimelineDocument['periods'][number], { heads }: TimelineDocument): Markup {
  return html`<section><h2>${name}</h2><table class="dated">${columns([heads.day, heads.record, heads.what], ['day', 'record', 'what'])}
<tbody>${lines.map(line)}</tbody></table></section>`;
}

function line({ day, time, title, what, portion }: TimelineLine): Markup {
  return html`<tr><td class="day">${day}${time === '' ? null : html` <span class="time">${time}</span>`}</td><td>${title} <span class="portion">(${portion})</span></td><td>${what}</td></tr>`;
}

const style = `
.dated{table-layout:fixed}
.dated th.day{width:33mm}
.dated td.day{white-space:nowrap}
.dated th.record{width:72mm}
.time{color:#444}
`;

const paperStyle = `
@page{size:A4;margin:12mm 20mm 12mm 20mm}
.around,.around>tbody>tr,.around>tbody>tr>td{break-inside:auto}
.around>tbody>tr{border:0}
.around>tbody>tr>td{padding:0}
.around>thead>tr>th,.around>tfoot>tr>th{border:0}
.around>tfoot{display:table-footer-group}
.mark{padding:1mm 0 5mm;text-align:center;font-size:10.5pt;font-weight:600}
.around>tfoot .mark{padding:5mm 0 1mm}
`;
