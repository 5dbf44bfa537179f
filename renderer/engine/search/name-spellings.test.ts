import { expect, test } from 'vitest';
import { spelledNames } from '../../../test/fixtures/name-spellings.ts';
import type { RecordId } from '../../../core/ids.ts';
import { askedFor } from './asked-text.ts';
import { documentTerms } from './document-terms.ts';
import { raiseTogether, rankAll } from './rank.ts';
import { TextIndex } from './text-index.ts';

const first = ['Ana', 'Marko', 'Ivana', 'Nikola', 'Arben', 'Elira', 'Goran', 'Jasna', 'Besa', 'Luka', 'Dragan', 'Mirela', 'Tomislav', 'Agron', 'Vlado', 'Sofija'];
const last = ['Petrović', 'Марковић', 'Hoti', 'Krasić', 'Đurđević', 'Kelmendi', 'Стојановски', 'Rossi', 'Popescu', 'Müller', 'Mladenov', 'Đokić', 'Hadžić', 'Shehu', 'Јовановић', 'Ćosić', 'Милошевски', 'Kovač', 'Gashi', 'Bardhi'];

/** The names of the list among thousands of others, some of them near. */
function anIndex(): TextIndex {
  const index = new TextIndex();
  spelledNames.forEach(({ name }, at) => index.put(`named-${String(at)}` as RecordId, 1, documentTerms('contact', { name })));
  for (let at = 0; at < 4000; at += 1) {
    const name = `${first[at % first.length] ?? ''} ${last[(at * 7) % last.length] ?? ''}${at % 3 === 0 ? 'a' : ''}`;
    index.put(`other-${String(at)}` as RecordId, 1, documentTerms('contact', { name, remarks: `Seen with ${last[(at * 3) % last.length] ?? ''} in ${String(1990 + (at % 30))}` }));
  }
  return index;
}

test('at least 98 of 100 spellings find the name among the first ten', () => {
  const index = anIndex();
  const missed: string[] = [];
  let asked = 0;
  spelledNames.forEach(({ name, spellings }, at) => {
    for (const spelling of spellings) {
      asked += 1;
      const clauses = askedFor(spelling);
      const best = rankAll(index, clauses, () => true).all.toSorted((one, other) => other.score - one.score).slice(0, 50);
      const ten = raiseTogether(index, clauses, best).toSorted((one, other) => other.score - one.score).slice(0, 10);
      if (!ten.some(({ document }) => index.recordOf(document) === `named-${String(at)}`)) missed.push(`${spelling} for ${name}`);
    }
  });
  expect(asked).toBeGreaterThanOrEqual(300);
  expect([missed, (asked - missed.length) / asked >= 0.98]).toEqual([missed, true]);
});
