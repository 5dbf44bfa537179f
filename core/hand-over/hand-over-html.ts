import { kosovoFootnotes, namesKosovo } from '../minutes/kosovo-footnote.ts';
import type { Fact } from '../minutes/meeting-facts.ts';
import { html, type Markup } from '../minutes/markup.ts';
import { columns, printedPage, withFootnotes } from '../minutes/page-parts.ts';
import type { CaseSection, HandOverDocument } from './hand-over-document.ts';
import { handOverLabelsOf, type HandOverLabels } from './hand-over-labels.ts';

/** The report as one complete page in the look of the minutes. Everything a person wrote is escaped. */
export function handOverHtml(document: HandOverDocument): string {
  const labels = handOverLabelsOf(document.language);
  const parts = [
    html`<header><p class="genre">${labels.genre}</p><h1>${document.title}</h1>${factTable(document.facts)}</header>`,
    document.remarks === '' ? null : html`<section><h2>${labels.remarks}</h2>${paragraphs(document.remarks)}</section>`,
    html`<h2>${labels.cases}</h2>`,
    ...document.cases.map((one) => caseSection(one, labels)),
    document.leftOut === null ? null : html`<p class="aside">${document.leftOut}</p>`,
    signatures(document, labels),
  ];
  const named = parts.some((part) => part !== null && namesKosovo(part.text));
  return printedPage(document.language, document.title, withFootnotes(parts, named ? kosovoFootnotes(document.language, 'en') : []));
}

function factTable(facts: readonly Fact[]): Markup {
  return html`<table class="facts"><tbody>${facts.map((fact) => html`<tr><th scope="row">${fact.label}</th><td>${fact.value}</td></tr>`)}</tbody></table>`;
}

function paragraphs(text: string): Markup {
  return html`${text.split(/\r?\n/).filter((part) => part.trim() !== '').map((part) => html`<p>${part}</p>`)}`;
}

function caseSection(section: CaseSection, labels: HandOverLabels): Markup {
  return html`<section class="item"><h3>${section.title} <span class="portion">(${section.portion})</span></h3>
${factTable(section.facts)}
<p class="label">${labels.stands}</p>
${section.summary.trim() === '' ? aside(labels.nothingStands) : paragraphs(section.summary)}
${section.closing.length === 0 ? null : html`<p class="label">${labels.closing}</p>${factTable(section.closing)}`}
${table(labels.actions, [labels.action, labels.owner, labels.due], section.actions, labels.noActions)}
${table(labels.requests, [labels.request, labels.to, labels.status, labels.due], section.requests, labels.noRequests)}
${table(labels.contacts, [labels.contact, labels.institution, labels.country], section.contacts, labels.noContacts)}
${table(labels.meetings, [labels.date, labels.time, labels.meeting, labels.place], section.meetings, labels.noMeetings)}
${table(labels.notes, [labels.date, labels.note], section.notes.map(([day, title]) => [day, title === '' ? labels.untitled : title]), labels.noNotes)}
</section>`;
}

function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[], none: string): Markup {
  if (rows.length === 0) return html`<p class="label">${title}</p>${aside(none)}`;
  return html`<p class="label">${title}</p><table class="actions">${columns(heads, [])}
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`;
}

function aside(text: string): Markup {
  return html`<p class="aside">${text}</p>`;
}

function signatures(document: HandOverDocument, labels: HandOverLabels): Markup {
  return html`<section class="whole signatures"><h2>${labels.signatures}</h2>
<table>${columns([labels.role, labels.name, labels.signature, labels.date], ['role', 'name', 'sign', 'day'])}
<tbody>${document.signatures.map(([role, name]) => html`<tr><th scope="row">${role}</th><td>${name}</td><td></td><td></td></tr>`)}</tbody></table></section>`;
}
