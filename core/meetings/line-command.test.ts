import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Day } from '../ids.ts';
import { readLine, type MeetingNow } from './line-command.ts';

// 25 November 2026 is a Wednesday.
const now: MeetingNow = {
  day: '2026-11-25' as Day,
  attendees: [
    { name: 'Giulia Ferrari', role: 'chair' },
    { name: 'Milena Đorđević', role: 'minute-taker' },
    { name: 'Arben Hoxha', role: 'participant' },
    { name: 'Ana-Marija Kovač', role: 'participant' },
    { name: 'Ana Petrović', role: 'participant' },
  ],
};

describe('what a line becomes', () => {
  test.each([
    ['The route changed in October.', { type: 'discussion', text: 'The route changed in October.' }],
    ['/d Joint operation on 3 March', { type: 'decision', text: 'Joint operation on 3 March' }],
    ['/D agreed', { type: 'decision', text: 'agreed' }],
    ['/draft of the letter', { type: 'discussion', text: '/draft of the letter' }],
    ['/ the port', { type: 'discussion', text: '/ the port' }],
    ['/a chair: send the MLA draft by Friday', { type: 'action', owner: 'Giulia Ferrari', text: 'send the MLA draft', due: '2026-11-27' }],
    ['/a Hoxha: call the port police', { type: 'action', owner: 'Arben Hoxha', text: 'call the port police', due: null }],
    ['/a Djordjevic: послати нацрт до петка', { type: 'action', owner: 'Milena Đorđević', text: 'послати нацрт', due: '2026-11-27' }],
    ['/a Ђорђевић: prevod do 4.12.', { type: 'action', owner: 'Milena Đorđević', text: 'prevod', due: '2026-12-04' }],
    ['/a Kovac: letter, by 15 January', { type: 'action', owner: 'Ana-Marija Kovač', text: 'letter', due: '2027-01-15' }],
    ['/a Eurojust desk: confirm the date before 2026-12-11', { type: 'action', owner: 'Eurojust desk', text: 'confirm the date', due: '2026-12-11' }],
    ['/a send it tomorrow', { type: 'action', owner: '', text: 'send it', due: '2026-11-26' }],
    ['/a Arben: dërgo kërkesën deri të premten', { type: 'action', owner: 'Arben Hoxha', text: 'dërgo kërkesën deri të premten', due: null }],
    ['/a Arben: dërgo kërkesën deri të premte', { type: 'action', owner: 'Arben Hoxha', text: 'dërgo kërkesën', due: '2026-11-27' }],
    ['/a chair: traduire la demande avant le 3 mars 2027', { type: 'action', owner: 'Giulia Ferrari', text: 'traduire la demande', due: '2027-03-03' }],
    ['/a présidence : traduire la demande avant vendredi', { type: 'action', owner: 'Giulia Ferrari', text: 'traduire la demande', due: '2026-11-27' }],
    ['/a secrétaire de séance : diffuser d’ici la fin du mois', { type: 'action', owner: 'Milena Đorđević', text: 'diffuser', due: '2026-11-30' }],
    ['/a Hoxha : relancer le parquet d’ici au 12 décembre', { type: 'action', owner: 'Arben Hoxha', text: 'relancer le parquet', due: '2026-12-12' }],
    ['/a Kovač : réponse vendredi prochain', { type: 'action', owner: 'Ana-Marija Kovač', text: 'réponse', due: '2026-12-04' }],
    ['/a Kovač : réponse sous 15 jours', { type: 'action', owner: 'Ana-Marija Kovač', text: 'réponse', due: '2026-12-10' }],
    ['/a Kovač : réponse au plus tard le 1er décembre', { type: 'action', owner: 'Ana-Marija Kovač', text: 'réponse', due: '2026-12-01' }],
    ['/a minutes: circulate in 2 weeks', { type: 'action', owner: 'Milena Đorđević', text: 'circulate', due: '2026-12-09' }],
    ['/a chair: report until next Monday', { type: 'action', owner: 'Giulia Ferrari', text: 'report', due: '2026-11-30' }],
  ])('%s', (typed, expected) => {
    expect(readLine(typed, now)).toEqual(expected);
  });

  test('of two people with one name nobody is chosen; what was typed stands', () => {
    expect(readLine('/a Ana: book the room', now)).toMatchObject({ owner: 'Ana Petrović' });
    const twoAnas: MeetingNow = { ...now, attendees: [{ name: 'Ana Ilić', role: 'participant' }, { name: 'Ana Petrović', role: 'participant' }] };
    expect(readLine('/a Ana: book the room', twoAnas)).toMatchObject({ owner: 'Ana' });
  });

  test('a day that does not exist stays in the text', () => {
    expect(readLine('/a chair: send by 31.6.', now)).toMatchObject({ text: 'send by 31.6.', due: null });
  });

  test('a time of day is not taken for a name', () => {
    expect(readLine('/a call them at 10:30', now)).toMatchObject({ owner: '', text: 'call them at 10:30' });
  });
});

test('no typed word is ever lost', () => {
  const words = fc.array(fc.constantFrom<string>('send', 'the', 'draft', 'by', 'Friday', 'chair:', '12.12.', 'до', 'петка', '/a', ':'), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(words, fc.constantFrom('', '/a ', '/d '), (parts, command) => {
      const taken = readLine(command + parts.join(' '), now);
      const kept = taken.type === 'action' ? `${taken.text} ${taken.owner} ${taken.due ?? ''}` : taken.text;
      for (const word of ['send', 'draft']) {
        if (parts.includes(word)) expect(kept).toContain(word);
      }
      expect(taken.type === 'action' && taken.text === '' && parts.some((one) => !['/a', ':'].includes(one))).toBe(false);
    }),
  );
});
