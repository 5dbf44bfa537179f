import type { MinutesLabels } from './labels/labels.ts';
import type { Fact } from './meeting-facts.ts';
import { html, ownText, type Markup } from './markup.ts';
import { markedPieces } from '../meetings/corrections.ts';
import type { ActionRow, ItemSection, MinutesDocument, PersonRow, Said } from './minutes-document.ts';
import { columns, printedPage, withFootnotes } from './page-parts.ts';

/**
 * The document as one complete HTML page: headings in order, tables with their headers, the language
 * of every part, and nothing from outside but the app's own fonts. No script, and everything that a
 * person wrote is escaped. What stands in the margins of each page is added after printing.
 */
export function minutesHtml(document: MinutesDocument): string {
  const { labels } = document;
  const parts = [
    titleBlock(document),
    people(document, labels.attendance, document.attendance),
    people(document, labels.apologies, document.apologies),
    people(document, labels.absent, document.absent),
    people(document, labels.invited, document.invited),
    people(document, labels.roles.informed, document.informed),
    agenda(document),
    ...proceedings(document),
    corrections(document),
    nextMeeting(document),
    annexes(document),
    distribution(document),
    signatures(document),
  ];
  return printedPage(labels.language, document.title, withFootnotes(parts, document.footnotes));
}

/** What people wrote may be in another language than the labels around it. */
function written(document: MinutesDocument, text: string): Markup {
  return document.bodyLanguage === document.labels.language ? html`${text}` : html`<span lang="${document.bodyLanguage}">${text}</span>`;
}

function titleBlock(document: MinutesDocument): Markup {
  return html`<header>
${document.group === null ? null : html`<p class="group">${document.group}</p>`}
<p class="genre">${document.labels.minutes}</p>
<h1>${written(document, document.title)}</h1>
${factTable(document, document.facts)}
</header>`;
}

function factTable(document: MinutesDocument, facts: readonly Fact[]): Markup {
  return html`<table class="facts"><tbody>${facts.map(
    (fact) => html`<tr><th scope="row">${fact.label}</th><td>${written(document, fact.value)}</td></tr>`,
  )}</tbody></table>`;
}

/** The heads of tables that may go on over a page, as their text stands there again. */
export function tableHeads(labels: MinutesLabels): readonly string[] {
  return [peopleColumns(labels), actionColumns(labels), copyColumns(labels), signatureColumns(labels)].map((head) => head.join(' '));
}

function peopleColumns(labels: MinutesLabels): readonly string[] {
  return [labels.name, labels.institution, labels.country, labels.role];
}

function actionColumns(labels: MinutesLabels): readonly string[] {
  return [labels.actionNumber, labels.action, labels.owner, labels.due];
}

function copyColumns(labels: MinutesLabels): readonly string[] {
  return [labels.copyNumber, labels.recipient, labels.institution, labels.country];
}

function signatureColumns(labels: MinutesLabels): readonly string[] {
  return [labels.role, labels.name, labels.signature, labels.date];
}

function people(document: MinutesDocument, heading: string, rows: readonly PersonRow[]): Markup | null {
  if (rows.length === 0) return null;
  const { labels } = document;
  return html`<section><h2>${heading}</h2>
<table>${columns(peopleColumns(labels), ['name', 'institution', 'country', 'role'])}
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${row.name}</th><td>${row.institution}</td><td>${row.country}</td><td>${row.role}</td></tr>`,
  )}</tbody></table></section>`;
}

function agenda(document: MinutesDocument): Markup | null {
  if (document.items.length === 0) return null;
  const { labels } = document;
  return html`<section><h2>${labels.agenda}</h2>
<ol class="agenda">${document.items.map(
    (item) => html`<li><div><span class="number">${item.number}.</span><span class="topic">${written(document, item.title)}${
      item.parked ? html` <span class="aside">– ${labels.parked}</span>` : null
    }${item.outcome === '' ? null : html` <span class="aside">– ${item.outcome}</span>`}</span> ${portion(item.portion)}${item.duration === null ? null : html` <span class="duration">${item.duration}</span>`}</div></li>`,
  )}</ol></section>`;
}

function portion(short: string): Markup {
  return html`<span class="portion">(${short})</span>`;
}

function proceedings(document: MinutesDocument): readonly Markup[] {
  const sections = document.otherBusiness === null ? document.items : [...document.items, document.otherBusiness];
  if (sections.length === 0) return [];
  return [html`<h2>${document.labels.proceedings}</h2>`, ...sections.map((section) => itemSection(document, section))];
}

function itemSection(document: MinutesDocument, item: ItemSection): Markup {
  const { labels } = document;
  const empty = item.discussion.length + item.decisions.length + item.actions.length === 0;
  return html`<section class="item"><h3><span class="number">${item.number}.</span> ${marked(document, { text: item.title, marks: item.marks })} ${portion(item.portion)}</h3>
${item.discussion.map((one) => paragraphs(document, one))}
${item.decisions.map(
  (decision) => html`<div class="decision"><p class="label">${labels.decision(decision.number)}</p>${paragraphs(document, decision)}</div>`,
)}
${actionTable(document, item.actions)}
${empty ? html`<p class="aside">${item.parked ? sentence(labels.parked) : labels.nothingRecorded}</p>` : null}
</section>`;
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

/** One paragraph for each line that was written; empty lines only part them. */
function paragraphs(document: MinutesDocument, { text, marks }: Said): Markup {
  const parts = text.split(/\r?\n/).filter((part) => part.trim() !== '');
  return html`${parts.map((part, at) => html`<p${part.length <= shortParagraph ? ownText(' class="short"') : null}>${passages(document, { text: part, marks })}${at === parts.length - 1 ? numbersOf(marks) : null}</p>`)}`;
}

/** What was said, with the words that were corrected underlined and the numbers of the corrections after it. */
function marked(document: MinutesDocument, said: Said): Markup {
  return html`${passages(document, said)}${numbersOf(said.marks)}`;
}

function passages(document: MinutesDocument, { text, marks }: Said): Markup {
  if (marks.length === 0) return written(document, text);
  return html`${markedPieces(text, marks.map((one) => one.passage)).map((piece) => (piece.corrected ? html`<span class="corrected">${written(document, piece.text)}</span>` : written(document, piece.text)))}`;
}

function numbersOf(marks: Said['marks']): Markup {
  return html`${marks.map(({ number }) => html` <span class="mark">[${number}]</span>`)}`;
}

/**
 * Characters that surely fit into three lines. Chromium leaves single lines behind where a paragraph
 * is too short to keep two on either side, so such a paragraph is kept whole.
 */
const shortParagraph = 260;

function actionTable(document: MinutesDocument, actions: readonly ActionRow[]): Markup | null {
  if (actions.length === 0) return null;
  const { labels } = document;
  return html`<table class="actions">${columns(actionColumns(labels), ['number', 'text', 'owner', 'due'])}
<tbody>${actions.map(
    (action) => html`<tr><td class="number">${action.number}</td><td>${marked(document, action)}${
      action.portion === null ? null : html` ${portion(action.portion)}`
    }</td><td>${action.owner}</td><td class="due">${action.due}</td></tr>`,
  )}</tbody></table>`;
}

/** What was corrected since the approval: as it was minuted, as it should read, why, and who approved it. */
function corrections(document: MinutesDocument): Markup | null {
  if (document.corrections.length === 0) return null;
  const { labels } = document;
  return html`<section><h2>${labels.corrections}</h2>
${document.corrections.map(
    (one) => html`<div class="correction"><p class="label">[${one.number}] ${labels.correction(one.number)}${one.where === '' ? null : html` – ${written(document, one.where)}`}</p>
<table class="facts"><tbody><tr><th scope="row">${labels.correctionPassage}</th><td>${written(document, one.passage)}</td></tr>
<tr><th scope="row">${labels.correctionWording}</th><td>${one.wording === '' ? labels.correctionStruckOut : written(document, one.wording)}</td></tr>
<tr><th scope="row">${labels.correctionReason}</th><td>${written(document, one.reason)}</td></tr></tbody></table>
<p class="aside">${one.proposed}. ${one.approved}.</p></div>`,
  )}</section>`;
}

function nextMeeting(document: MinutesDocument): Markup | null {
  if (document.next.length === 0) return null;
  return html`<section class="whole"><h2>${document.labels.nextMeeting}</h2>${factTable(document, document.next)}</section>`;
}

function annexes(document: MinutesDocument): Markup | null {
  if (document.annexes.length === 0) return null;
  return html`<section><h2>${document.labels.annexes}</h2>
<table class="facts"><tbody>${document.annexes.map(
    (annex) => html`<tr><th scope="row">${annex.label}</th><td>${written(document, annex.title)}</td></tr>`,
  )}</tbody></table></section>`;
}

function distribution(document: MinutesDocument): Markup | null {
  if (document.distribution.length === 0) return null;
  const { labels } = document;
  return html`<section><h2>${labels.distribution}</h2>
<table>${columns(copyColumns(labels), ['copy', 'name', 'institution', 'country'])}
<tbody>${document.distribution.map(
    (one) => html`<tr><td class="number">${one.copy}</td><td>${one.name}</td><td>${one.institution}</td><td>${one.country}</td></tr>`,
  )}</tbody></table></section>`;
}

function signatures(document: MinutesDocument): Markup {
  const { labels } = document;
  return html`<section class="whole signatures"><h2>${labels.signatures}</h2>
<table>${columns(signatureColumns(labels), ['role', 'name', 'sign', 'day'])}
<tbody>${document.signatures.map(
    (one) => html`<tr><th scope="row">${one.role}</th><td>${one.name}</td><td></td><td></td></tr>`,
  )}</tbody></table></section>`;
}
