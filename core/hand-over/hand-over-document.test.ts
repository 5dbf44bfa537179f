import { expect, test } from 'vitest';
import type { Day, MarkingId, RecordId } from '../ids.ts';
import { defaultScheme } from '../markings/default-scheme.ts';
import { kinds, type RecordInput } from '../records/kinds.ts';
import { handOverDocument, type HandOverSource } from './hand-over-document.ts';
import { handOverHtml } from './hand-over-html.ts';

const party = { name: 'Ana Perić', institution: 'DORH', country: 'HRV' };

function aHandOver(value: Partial<RecordInput<'case'>>): HandOverSource {
  const handed = { value: kinds.case.schema.parse({ title: 'Oružje, Trebinje', ...value }), level: 'SENSITIVE' as MarkingId };
  return {
    at: 0, day: '2026-11-24' as Day, scheme: defaultScheme, from: party, to: party, remarks: '', leftOut: 0,
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
