import { describe, expect, test } from 'vitest';
import { aMeeting, anAction, aSource, peopleAtMeeting, placed } from '../../test/builders/meetings.ts';
import type { Day, MarkingId, RecordId } from '../ids.ts';
import { minutesDocument } from './minutes-document.ts';

const item = { ...placed(), title: 'State of play' };
const inItem = { item: item.key };

describe('the marking of the whole', () => {
  test('is the record’s own when no part is higher', () => {
    const document = minutesDocument(aSource(aMeeting({ agenda: [{ ...item, level: 'UNCLASSIFIED' }] })));
    expect(document.banner).toBe('SENSITIVE');
    expect(document.items[0]?.portion).toBe('UNCLASSIFIED');
  });

  test('is that of the highest agenda item', () => {
    const document = minutesDocument(aSource(aMeeting({ agenda: [{ ...item, level: 'R-UE' }] })));
    expect(document.banner).toBe('RESTREINT UE/EU RESTRICTED');
    expect(document.items[0]?.portion).toBe('R-UE/EU-R');
  });

  test('is that of an action that came out of it, which says so itself', () => {
    const action = 'action-1' as RecordId;
    const meeting = aMeeting({ agenda: [item], lines: [{ ...placed(), ...inItem, type: 'action', text: 'Send the request', action }] });
    const document = minutesDocument(aSource(meeting, { actions: new Map([[action, anAction({}, 'R-UE')]]) }));
    expect(document.banner).toBe('RESTREINT UE/EU RESTRICTED');
    expect(document.items[0]?.actions[0]?.portion).toBe('R-UE/EU-R');
  });

  test('names LIMITE beside the level', () => {
    const document = minutesDocument(aSource(aMeeting({ safeguards: { limite: true } })));
    expect(document.banner).toBe('SENSITIVE – LIMITE');
  });

  test('an item without a marking of its own carries the record’s', () => {
    const document = minutesDocument(aSource(aMeeting({ agenda: [item] }), { level: 'R-UE' as MarkingId }));
    expect(document.items[0]?.portion).toBe('R-UE/EU-R');
  });
});

describe('what came of an item', () => {
  const said = (type: 'discussion' | 'decision' | 'action') => ({ ...placed(), ...inItem, type, text: 'Said' });
  const outcome = (meeting: Parameters<typeof aMeeting>[0], language: 'en' | 'sr-Cyrl' = 'en') => minutesDocument(aSource(aMeeting(meeting), { language })).items[0]?.outcome;

  test('is read from its lines in the language of the labels, unless somebody said it', () => {
    expect(outcome({ agenda: [item], lines: [said('discussion'), said('action'), said('decision')] })).toBe('decision, action');
    expect(outcome({ agenda: [item], lines: [said('discussion')] }, 'sr-Cyrl')).toBe('информација');
    expect(outcome({ agenda: [{ ...item, outcome: 'information' }], lines: [said('decision')] })).toBe('information');
    expect(outcome({ agenda: [item] })).toBe('');
  });
});

describe('lines', () => {
  test('decisions and actions are numbered through the whole document', () => {
    const second = { ...placed(), title: 'Next steps' };
    const document = minutesDocument(
      aSource(
        aMeeting({
          agenda: [item, second],
          lines: [
            { ...placed(), ...inItem, type: 'decision', text: 'One' },
            { ...placed(), item: second.key, type: 'decision', text: 'Two' },
            { ...placed(), ...inItem, type: 'action', text: 'First', owner: 'Chair', due: '2026-12-01' },
            { ...placed(), item: second.key, type: 'action', text: 'Second' },
          ],
        }),
      ),
    );
    expect(document.items.map((one) => one.decisions.map((decision) => decision.number))).toEqual([[1], [2]]);
    expect(document.items[0]?.actions[0]).toMatchObject({ number: 1, owner: 'Chair', due: '1 Dec 2026' });
    expect(document.items[1]?.actions[0]?.number).toBe(2);
  });

  test('what was said at the meeting is printed, though the action has moved on', () => {
    const action = 'action-1' as RecordId;
    const meeting = aMeeting({ agenda: [item], lines: [{ ...placed(), ...inItem, type: 'action', text: 'Send it', owner: 'Ana', due: '2026-12-01', action }] });
    const moved = anAction({ text: 'Send it twice', owner: 'Boris', due: '2027-01-01' });
    const document = minutesDocument(aSource(meeting, { actions: new Map([[action, moved]]) }));
    expect(document.items[0]?.actions[0]).toMatchObject({ text: 'Send it', owner: 'Ana', due: '1 Dec 2026' });
  });

  test('a line whose agenda item is gone is printed under other business', () => {
    const document = minutesDocument(aSource(aMeeting({ agenda: [item], lines: [{ ...placed(), item: 'gone', text: 'Still said' }] })));
    expect(document.otherBusiness).toMatchObject({ number: 2, discussion: [{ text: 'Still said', marks: [] }] });
  });

  test('items and lines stand in their order, whatever order they are stored in', () => {
    const first = { key: 'a', order: 'a1', title: 'First' };
    const then = { key: 'b', order: 'a2', title: 'Then' };
    expect(minutesDocument(aSource(aMeeting({ agenda: [then, first] }))).items.map((one) => one.title)).toEqual(['First', 'Then']);
  });
});

describe('people', () => {
  test('who was there, who apologised and who did not come stand apart, with institution and country', () => {
    const meeting = aMeeting({
      attendance: [
        { ...placed(), name: 'Ana', institution: 'USKOK', country: 'HRV', role: 'chair' },
        { ...placed(), name: 'Blerta', country: 'XKX', presence: 'apologies' },
        { ...placed(), name: 'Carl', presence: 'absent' },
        { ...placed(), name: 'Dana', presence: 'invited' },
        { ...placed(), name: 'SPAK', role: 'informed' },
      ],
    });
    const document = minutesDocument(aSource(meeting));
    expect(document.attendance).toEqual([{ name: 'Ana', institution: 'USKOK', country: 'Croatia', role: 'Chair' }]);
    expect(document.apologies).toMatchObject([{ name: 'Blerta', country: 'Kosovo*' }]);
    expect(document.absent).toMatchObject([{ name: 'Carl' }]);
    expect(document.invited).toMatchObject([{ name: 'Dana' }]);
    expect(document.informed).toMatchObject([{ name: 'SPAK', role: 'For information' }]);
  });

  test('chair and minute-taker sign; a missing one still has a line', () => {
    const meeting = aMeeting({ attendance: [{ ...placed(), name: 'Ana', role: 'chair' }] });
    expect(minutesDocument(aSource(meeting)).signatures).toEqual([
      { role: 'Chair', name: 'Ana' },
      { role: 'Minute-taker', name: '' },
    ]);
  });

  test('copies are numbered from one', () => {
    const meeting = aMeeting({ distribution: [{ ...placed(), name: 'Ana' }, { ...placed(), name: 'Boris' }] });
    expect(minutesDocument(aSource(meeting)).distribution.map((one) => one.copy)).toEqual([1, 2]);
  });
});

describe('the title block', () => {
  test('says classification, reference and date first, and leaves out what is empty', () => {
    const labels = minutesDocument(aSource(aMeeting())).facts.map((fact) => fact.label);
    expect(labels).toEqual(['Classification', 'Reference', 'Date', 'Status']);
  });

  test('names who approved and when', () => {
    const approvals = [{ name: 'Élise Moreau', day: '2026-11-30' as Day }];
    const facts = minutesDocument(aSource(aMeeting(), { approvals })).facts;
    expect(facts.find((fact) => fact.label === 'Status')?.value).toBe('Approved by Élise Moreau on 30 November 2026');
  });

  test('cites handling codes with their provider and restriction', () => {
    const safeguards = { handling: [{ code: 'H1' as const, provider: 'Europol' }, { code: 'H3' as const, restriction: 'Not to the press' }], tlp: 'AMBER' as const };
    const facts = minutesDocument(aSource(aMeeting({ safeguards }))).facts;
    expect(facts.find((fact) => fact.label === 'Handling')?.value).toBe('H1 (Europol) · H3 (Not to the press) · TLP:AMBER');
  });
});

describe('Kosovo*', () => {
  const withoutKosovo = aMeeting({ attendance: [{ ...placed(), name: 'Ana', country: 'HRV' }] });

  test('no footnote where the name does not occur', () => {
    expect(minutesDocument(aSource(withoutKosovo)).footnotes).toEqual([]);
  });

  test('a footnote in the language of the labels when labels and body share it', () => {
    const document = minutesDocument(aSource(aMeeting({ attendance: peopleAtMeeting() ?? [] })));
    expect(document.footnotes).toHaveLength(1);
    expect(document.footnotes[0]?.text).toBe(
      '* This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence.',
    );
  });

  test('one in each language of the document; only English is official', () => {
    const meeting = aMeeting({ language: 'sr-Cyrl', attendance: peopleAtMeeting() ?? [] });
    const notes = minutesDocument(aSource(meeting, { language: 'sq' })).footnotes;
    expect(notes.map((note) => [note.language, note.official])).toEqual([['sq', false], ['sr-Cyrl', false]]);
  });

  test('in French where the labels and the body are French', () => {
    const meeting = aMeeting({ language: 'fr', attendance: peopleAtMeeting() ?? [] });
    const notes = minutesDocument(aSource(meeting, { language: 'fr' })).footnotes;
    expect(notes.map((note) => [note.language, note.official])).toEqual([['fr', false]]);
  });

  test.each(['Kosovo*', 'në Kosovë*', 'na Kosovu*', 'на Косову*', 'Kosova *'])('is seen in a text: %s', (text) => {
    const meeting = aMeeting({ agenda: [item], lines: [{ ...placed(), ...inItem, text }] });
    expect(minutesDocument(aSource(meeting)).footnotes).toHaveLength(1);
  });
});
