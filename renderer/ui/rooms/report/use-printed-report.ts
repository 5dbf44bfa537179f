import { useEffect, useRef, useState } from 'react';
import type { Marking } from '../../../../core/markings/marking.ts';
import { printedText } from '../../../../core/minutes/printed-text.ts';
import type { ReportDocument } from '../../../../core/report/report-document.ts';
import { reportHtml, reportTableHeads } from '../../../../core/report/report-html.ts';
import type { Failure } from '../../../../core/result.ts';
import { bridge } from '../../engine-client/bridge.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import type { Engine } from '../../engine-client/start-engine.ts';

export interface PrintedReport {
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly pages: number;
}

interface Outcome {
  readonly printed: PrintedReport | null;
  readonly failure: Failure | null;
}

/** The pages of a report, printed again whenever it says something else. `document` is `null` until it is known. */
export function usePrintedReport(document: ReportDocument | null, marking: Marking | null, pageLabel: string): Outcome & { readonly making: boolean } {
  const engine = useEngine();
  // A document is made anew at every drawing; its page says whether it is another.
  const html = document === null ? null : reportHtml(document);
  const latest = useRef(document);
  useEffect(() => {
    latest.current = document;
  });
  const [last, setLast] = useState<Outcome & { readonly of: string | null }>({ of: null, printed: null, failure: null });
  useEffect(() => {
    const shown = latest.current;
    if (html === null || shown === null || marking === null) return undefined;
    let wanted = true;
    void print(engine, { html, title: shown.title, heads: reportTableHeads(shown), language: shown.language, marking, pageLabel }).then((outcome) => {
      if (wanted) setLast({ of: html, ...outcome });
    });
    return () => {
      wanted = false;
    };
  }, [engine, html, marking, pageLabel]);
  const making = html === null || last.of !== html;
  return { printed: last.printed, failure: making ? null : last.failure, making };
}

interface Job {
  readonly html: string;
  readonly title: string;
  readonly heads: readonly string[];
  readonly language: string;
  readonly marking: Marking;
  readonly pageLabel: string;
}

async function print(engine: Engine, { html, title, heads, language, marking, pageLabel }: Job): Promise<Outcome> {
  const signed = await engine.report.sign({ title, level: marking.id, text: printedText(html), heads });
  if (!signed.ok) return { printed: null, failure: signed.failure };
  try {
    const answer = await bridge().call('print:pdf', { html, title, language, level: marking.id, banner: marking.full, pageLabel, reference: '', record: new Uint8Array(signed.value), suggestedName: 'report.pdf' });
    return 'failure' in answer ? { printed: null, failure: { code: answer.failure } } : { printed: answer, failure: null };
  } catch {
    return { printed: null, failure: { code: 'print-failed' } };
  }
}
