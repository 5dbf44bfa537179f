import { describe, expect, it } from 'vitest';
import { printedText } from '../minutes/printed-text.ts';
import type { ReportDocument } from './report-document.ts';
import { reportTable, type ReportNames } from './report-document.ts';
import { reportCsv } from './report-csv.ts';
import { reportHtml, reportTableHeads } from './report-html.ts';

const names: ReportNames = {
  part: (_by, value) => (value === '' ? 'Not said' : value === 'XKX' ? 'Kosovo*' : value),
  dimension: (by) => by,
  figure: 'Figure',
  by: (by) => `By ${by}`,
  number: (amount) => amount.toLocaleString('en-GB'),
  several: (records, extra) => `${String(records)} in several, ${String(extra)} more`,
};

function aDocument(more: Partial<ReportDocument> = {}): ReportDocument {
  const table = reportTable({ by: 'country', parts: [{ value: 'SRB', amount: 4 }, { value: 'XKX', amount: 1 }, { value: '', amount: 2.5 }], several: 1, extra: 2 }, 'hours', names);
  return {
    language: 'en', genre: 'Logframe', title: 'Third quarter', banner: 'SENSITIVE', facts: [{ label: 'Period', value: '2026' }, { label: 'Empty', value: '' }], remarks: 'One <b>remark</b>',
    sections: [{ title: 'Outputs', items: [{ code: '1.1', name: '=HYPERLINK("x")', result: 'They know', figures: [{ label: 'In the period', text: '1,204.5 hours', amount: 1204.5 }, { label: 'So far', text: 'not read', amount: null }], tables: table === null ? [] : [table], notes: ['Attendance lists'] }] }],
    notes: ['Nothing is counted twice.'],
    ...more,
  };
}

describe('a report as a page', () => {
  const page = reportHtml(aDocument());

  it('says every figure, and escapes what people wrote', () => {
    const text = printedText(page);
    for (const words of ['Third quarter', '1.1 =HYPERLINK', '1,204.5 hours', 'By country', 'SRB', '1 in several, 2 more', 'Attendance lists', 'Nothing is counted twice.', 'One <b>remark</b>']) expect(text).toContain(words);
    expect(page).toContain('&lt;b&gt;remark');
    expect(text).not.toContain('Empty');
  });

  it('names the status of Kosovo* once, in its own language too, and not where it is not named', () => {
    expect(page.split('This designation is without prejudice')).toHaveLength(2);
    const french = reportHtml(aDocument({ language: 'fr' }));
    expect(french.split('Cette désignation est sans préjudice')).toHaveLength(2);
    expect(french.split('This designation is without prejudice')).toHaveLength(2);
    expect(reportHtml(aDocument({ sections: [] }))).not.toContain('without prejudice');
  });

  it('draws bars as long as their share, which nobody hears', () => {
    expect(page).toContain('style="width:100.0%"');
    expect(page).toContain('style="width:25.0%"');
    expect(printedText(page)).not.toContain('%');
  });

  it('knows which heads may be printed again', () => {
    expect(reportTableHeads(aDocument())).toEqual(['countryFigure']);
  });
});

describe('a report as a table', () => {
  it('is a line for each figure and part; a formula stays text', () => {
    const text = new TextDecoder().decode(reportCsv(aDocument(), { heads: ['Section', 'Number', 'Name', 'By', 'Part', 'Value'], number: String, separator: ',' }));
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('SENSITIVE');
    expect(lines).toContain('Section,Number,Name,By,Part,Value');
    expect(lines).toContain(`Outputs,1.1,"'=HYPERLINK(""x"")",In the period,,1204.5`);
    expect(lines).toContain(`Outputs,1.1,"'=HYPERLINK(""x"")",So far,,not read`);
    expect(lines).toContain(`Outputs,1.1,"'=HYPERLINK(""x"")",By country,Not said,2.5`);
    expect(text).toContain('without prejudice');
  });

  it('leaves out a breakdown of which nothing says anything', () => {
    expect(reportTable({ by: 'sex', parts: [{ value: '', amount: 4 }], several: 0, extra: 0 }, 'hours', names)).toBeNull();
  });
});
