import { expect, test } from 'vitest';
import { readAgenda } from './read-agenda.ts';
import { readMarkdown } from './read-markdown.ts';
import { plainText } from './rich-text-making.ts';

const read = (text: string) => readAgenda(plainText(text)).map(({ title, minutes, start }) => [title, minutes, start]);

test('points with minutes as they are written, numbers taken off', () => {
  expect(read('1. Opening (5 min)\n2. Route Bar–Bari – 20 минута\n3) Any other business')).toEqual([
    ['Opening', 5, null], ['Route Bar–Bari', 20, null], ['Any other business', null, null],
  ]);
  expect(readAgenda(readMarkdown('# Agenda\n\n1. Opening\n2. Requests [15\']\n   - Albania\n'))).toEqual([
    { title: 'Opening', minutes: null, start: null }, { title: 'Requests', minutes: 15, start: null }, { title: 'Albania', minutes: null, start: null },
  ]);
});

test('a timetable: from when to when, or until the next begins; what has no time is around it', () => {
  expect(read('Coordination meeting\nPodgorica, 24 November\n\n09:30 – 09:45 Opening\n9:45 State of play\n10.30–11.00  1. Захтеви\nCoffee is served outside\n11h00 Any other business')).toEqual([
    ['Opening', 15, '09:30'], ['State of play', 45, '09:45'], ['Захтеви', 30, '10:30'], ['Any other business', null, '11:00'],
  ]);
  expect(read('1. 09:00 Opening\n2. 09:10 Plan')).toEqual([['Opening', 10, '09:00'], ['Plan', null, '09:10']]);
  expect(read('Opening (09:00–09:10)\nPlan (09:10–10:00)')).toEqual([['Opening', 10, '09:00'], ['Plan', 50, '09:10']]);
});

test('a table of times, its heads left out and its other cells kept', () => {
  expect(readAgenda(readMarkdown('| Time | Item | Who |\n|---|---|---|\n| 10:00–10:20 | Opening | Chair |\n| 10:20 | Firearms | |\n'))).toEqual([
    { title: 'Opening – Chair', minutes: 20, start: '10:00' }, { title: 'Firearms', minutes: null, start: '10:20' },
  ]);
});

test('numbers that are no times stay numbers, times that cannot be stay words', () => {
  expect(read('1.10 Requests\n1.20 Actions')).toEqual([['Requests', null, null], ['Actions', null, null]]);
  expect(read('Article 25:99 of the treaty\nRegulation 2016/794')).toEqual([['Article 25:99 of the treaty', null, null], ['Regulation 2016/794', null, null]]);
  expect(read('22:00 Night\n01:00 Morning')).toEqual([['Night', null, '22:00'], ['Morning', null, '01:00']]);
});

test('a title is cut where a record would not take it; nothing is an agenda of nothing', () => {
  expect(read('x'.repeat(400))[0]?.[0]).toHaveLength(300);
  expect(read('')).toEqual([]);
  expect(read('-\n–\n1.')).toEqual([]);
});
