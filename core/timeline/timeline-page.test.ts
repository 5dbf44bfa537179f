import { expect, test } from 'vitest';
import { timelineHtml, timelineOnPaper, type TimelineDocument } from './timeline-page.ts';

function aDocument(document: Partial<TimelineDocument> = {}): TimelineDocument {
  return {
    language: 'en', genre: 'Timeline of a case', title: 'Route <Bar>', banner: 'SENSITIVE', facts: [{ label: 'Reference', value: 'JWG 1' }, { label: 'Nothing', value: '' }],
    heads: { day: 'Day', record: 'Record', what: 'What' }, leftOut: '',
    periods: [{ name: 'November 2026', lines: [{ day: '24 Nov 2026', time: '14:00', title: 'Разговор <b>', what: 'Note', portion: 'SENSITIVE' }] }],
    ...document,
  };
}

test('every line stands under its period with its level; what a person wrote is escaped', () => {
  const page = timelineHtml(aDocument());
  expect(page).toContain('<h2>November 2026</h2>');
  expect(page).toContain('24 Nov 2026 <span class="time">14:00</span>');
  expect(page).toContain('Разговор &lt;b&gt; <span class="portion">(SENSITIVE)</span>');
  expect(page).not.toContain('Nothing');
  expect(page).not.toContain('class="mark"');
});

test('on paper the marking is in a head and a foot that are repeated on every page', () => {
  const page = timelineOnPaper(aDocument());
  expect(page.match(/<th class="mark">SENSITIVE<\/th>/g)).toHaveLength(2);
  expect(page).toContain('<h2>November 2026</h2>');
});

test('the footnote on Kosovo* stands once, where it is named', () => {
  const named = aDocument({ periods: [{ name: 'November 2026', lines: [{ day: '1', time: '', title: 'Meeting in Kosovo*', what: 'Meeting', portion: 'U' }] }] });
  expect(timelineHtml(named).match(/UNSCR 1244/g)).toHaveLength(1);
  expect(timelineHtml(aDocument())).not.toContain('UNSCR');
});
