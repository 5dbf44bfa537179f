import { kosovoFootnotes, namesKosovo } from '../minutes/kosovo-footnote.ts';
import type { MinutesLanguage } from '../minutes/labels/languages.ts';
import type { Fact } from '../minutes/meeting-facts.ts';
import { html, type Markup } from '../minutes/markup.ts';
import { columns, printedPage, withFootnotes } from '../minutes/page-parts.ts';
import type { ReportDocument, ReportItem, ReportSection, ReportTable } from './report-document.ts';

/** The report as one complete page in the look of the minutes. Everything that was written by a person is escaped. */
export function reportHtml(document: ReportDocument): string {
  const parts = [
    html`<header><p class="genre">${document.genre}</p><h1>${document.title}</h1>${factTable(document.facts)}</header>`,
    document.remarks.trim() === '' ? null : paragraphs(document.remarks),
    ...document.sections.flatMap(section),
    document.notes.length === 0 ? null : html`<section class="reading">${document.notes.map((note) => html`<p class="aside">${note}</p>`)}</section>`,
  ];
  const named = parts.some((part) => part !== null && namesKosovo(part.text));
  const language: MinutesLanguage = document.language === 'fr' ? 'fr' : 'en';
  return printedPage(document.language, document.title, withFootnotes(parts, named ? kosovoFootnotes(language, 'en') : []), style);
}

/** The heads of tables that are printed again where a table goes on over a page. */
export function reportTableHeads({ sections }: ReportDocument): readonly string[] {
  return sections.flatMap(({ items }) => items.flatMap(({ tables }) => tables.map(({ heads }) => heads.join(''))));
}

function factTable(facts: readonly Fact[]): Markup {
  return html`<table class="facts"><tbody>${facts.filter((fact) => fact.value !== '').map((fact) => html`<tr><th scope="row">${fact.label}</th><td>${fact.value}</td></tr>`)}</tbody></table>`;
}

function paragraphs(text: string): Markup {
  return html`<section>${text.split(/\r?\n/).filter((part) => part.trim() !== '').map((part) => html`<p>${part}</p>`)}</section>`;
}

/** Each item is a part of its own, so that a footnote can stand right after the first that needs it. */
function section({ title, items }: ReportSection): readonly Markup[] {
  return [html`<h2>${title}</h2>`, ...items.map(item)];
}

function item({ code, name, result, figures, tables, notes }: ReportItem): Markup {
  return html`<section class="measured"><h3>${code === '' ? name : `${code} ${name}`}</h3>
${result === '' ? null : html`<p class="aside">${result}</p>`}
<table class="figures"><tbody>${figures.map((figure) => html`<tr><th scope="row">${figure.label}</th><td>${figure.text}</td></tr>`)}</tbody></table>
${tables.length === 0 ? null : html`<div class="charts">${tables.map(chart)}</div>`}
${notes.map((note) => html`<p class="aside">${note}</p>`)}
</section>`;
}

function chart({ caption, heads, rows, note }: ReportTable): Markup {
  return html`<div class="chart"><p class="label">${caption}</p><table class="bars">${columns(heads, ['part', 'amount'])}
<tbody>${rows.map((row) => html`<tr><td>${row.name}${bar(row.share)}</td><td class="amount">${row.text}</td></tr>`)}</tbody></table>
${note === '' ? null : html`<p class="aside">${note}</p>`}</div>`;
}

/** Drawn by the page itself; it says nothing that the number beside it does not. */
function bar(share: number): Markup {
  return html`<span class="bar" style="width:${(share * 100).toFixed(1)}%"></span>`;
}

const style = `
.measured{margin-bottom:4mm}
.measured h3{padding-left:0;text-indent:0}
.figures{width:auto;min-width:90mm;margin:1mm 0 2mm}
.figures tr{border:0}
.figures th{width:52mm;color:#444;font-weight:400}
.figures th,.figures td{padding-top:.4mm;padding-bottom:.4mm}
.charts{display:grid;grid-template-columns:1fr 1fr;gap:3mm 8mm;align-items:start;margin:1mm 0}
.chart{break-inside:avoid;min-width:0}
.bars th.amount,.bars td.amount{width:18mm;text-align:right;vertical-align:bottom}
.bars tbody tr{border-bottom:0}
.bars td{padding-top:.6mm;padding-bottom:.6mm}
.bar{display:block;height:1.6mm;margin-top:.4mm;background:#444}
.reading{margin-top:6mm}
.reading p,.measured .aside{margin:1mm 0 0}
`;
