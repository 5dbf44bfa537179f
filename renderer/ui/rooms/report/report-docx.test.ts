import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../../../core/report/report-document.ts';
import { reportDocx } from './report-docx.ts';

const document: ReportDocument = {
  language: 'fr', genre: 'Cadre logique', title: 'Troisième trimestre\u202E', banner: 'SENSITIVE', facts: [{ label: 'Période', value: '2026' }], remarks: '',
  sections: [{ title: 'Produits', items: [{ code: '1.1', name: 'Formations', result: '', figures: [{ label: 'Dans la période', text: '12', amount: 12 }], tables: [{ caption: 'Par pays', heads: ['Pays', 'Chiffre'], rows: [{ name: 'Kosovo*', amount: 9, text: '9', share: 1 }, { name: 'Србија', amount: 0, text: '0', share: 0 }], note: '' }], notes: [] }] }],
  notes: ['Rien n’est compté deux fois.'],
};

describe('a report for Word', () => {
  let parts: Record<string, string>;
  let page: string;
  beforeAll(async () => {
    const bytes = await reportDocx(document, 'Page {page} sur {pages}');
    parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)]));
    page = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
  });

  it('has headings, tables and every figure, as another reader finds them', () => {
    expect(page).toContain('<h1>Produits</h1>');
    expect(page).toContain('<h2>1.1 Formations</h2>');
    expect(page).toMatch(/Dans la période<\/p><\/td><td><p>12/);
    expect(page).toMatch(/<thead><tr><th>.*Pays.*Chiffre.*<\/thead>/);
    expect(page).toContain('Србија');
  });

  it('carries its marking on every page, with page numbers, and says who made it only by the program’s name', () => {
    expect(parts['word/header1.xml']).toContain('SENSITIVE');
    expect(parts['word/footer1.xml']).toMatch(/SENSITIVE[\s\S]*PAGE[\s\S]*NUMPAGES/);
    expect(parts['docProps/core.xml']).toContain('<dc:creator>Rapporteur</dc:creator>');
    expect(parts['word/styles.xml']).toContain('w:lang w:val="fr"');
  });

  it('names the status of Kosovo* in both languages, and nothing that turns the writing round', () => {
    expect(page).toContain('Cette désignation est sans préjudice');
    expect(page).toContain('This designation is without prejudice');
    expect(parts['word/document.xml']).not.toContain('\u202E');
  });
});
