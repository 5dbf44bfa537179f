import { expect, test } from 'vitest';
import type { Day, MarkingId, RecordId } from '../ids.ts';
import { defaultScheme } from '../markings/default-scheme.ts';
import { kinds, type RecordInput } from '../records/kinds.ts';
import { handOverDocument, type HandOverSource } from './hand-over-document.ts';
import { handOverHtml } from './hand-over-html.ts';
import { handOverLabelsOf } from './hand-over-labels.ts';

const party = { name: 'Ana Perić', institution: 'DORH', country: 'HRV' };

function aHandOver(value: Partial<RecordInput<'case'>>): HandOverSource {
  const handed = { value: kinds.case.schema.parse({ title: 'Oružje, Trebinje', ...value }), level: 'SENSITIVE' as MarkingId };
  return {
    language: 'en', at: 0, day: '2026-11-24' as Day, scheme: defaultScheme, from: party, to: party, remarks: '', leftOut: 0,
    cases: [{ record: 'case' as RecordId, case: handed, group: null, actions: [], notes: [], meetings: [], requests: [], contacts: [] }],
  };
}

test('a closed case tells how it ended, what was achieved and what stays open', () => {
  const document = handOverDocument(aHandOver({ phase: 'closed', closed: '2026-10-01', outcome: 'Four judgments <final>', staysOpen: 'A vehicle goes back' }));
  expect(document.cases[0]?.closing).toEqual([{ label: 'Outcome', value: 'Four judgments <final>' }, { label: 'What stays open', value: 'A vehicle goes back' }]);
  expect(document.cases[0]?.facts).toContainEqual({ label: 'Closed', value: '1 October 2026' });
  const page = handOverHtml(document);
  expect(page).toContain('Closing summary');
  expect(page).toContain('Four judgments &lt;final&gt;');
});

test('a case that goes on has no closing summary on its page', () => {
  const document = handOverDocument(aHandOver({ phase: 'trial' }));
  expect(document.cases[0]?.closing).toEqual([]);
  expect(handOverHtml(document)).not.toContain('Closing summary');
});

test('in French every label, day and country is French, and what was written stays', () => {
  const source: HandOverSource = { ...aHandOver({ phase: 'investigation', countries: ['XKX', 'MKD'], opened: '2026-03-01', summary: 'Ruta Bar–Bari' }), language: 'fr', leftOut: 2 };
  const document = handOverDocument(source);
  expect(document.title).toBe('Passation d’une affaire');
  expect(document.facts).toContainEqual({ label: 'Remis par', value: 'Ana Perić, DORH, Croatie' });
  expect(document.facts).toContainEqual({ label: 'Date', value: '24 novembre 2026' });
  expect(document.cases[0]?.facts).toEqual([
    { label: 'Phase', value: 'Enquête ou instruction' },
    { label: 'Pays', value: 'Kosovo*, Macédoine du Nord' },
    { label: 'Ouverture', value: '1er mars 2026' },
  ]);
  const page = handOverHtml(document);
  expect(page).toContain('lang="fr"');
  expect(page).toContain('Ruta Bar–Bari');
  const inEnglish = Object.values(handOverLabelsOf('en')).filter((label) => typeof label === 'string' && page.includes(`>${label}<`) && !Object.values(handOverLabelsOf('fr')).includes(label as never));
  expect(inEnglish).toEqual([]);
});
