import type { Marking } from '../../../../core/markings/marking.ts';
import type { ReportDocument } from '../../../../core/report/report-document.ts';
import { reportHtml, reportTableHeads } from '../../../../core/report/report-html.ts';
import { usePrintedPage, type PrintedPage } from '../../pdf/use-printed-page.ts';

export type PrintedReport = PrintedPage;

/** The pages of a report, printed again whenever it says something else. `document` is `null` until it is known. */
export function usePrintedReport(document: ReportDocument | null, marking: Marking | null, pageLabel: string): ReturnType<typeof usePrintedPage> {
  return usePrintedPage(document === null || marking === null ? null : { html: reportHtml(document), heads: reportTableHeads(document), title: document.title, language: document.language, marking, pageLabel });
}
