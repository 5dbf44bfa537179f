import { useEffect, useRef, useState } from 'react';
import type { Marking } from '../../../core/markings/marking.ts';
import { printedText } from '../../../core/minutes/printed-text.ts';
import type { Failure } from '../../../core/result.ts';
import { bridge } from '../engine-client/bridge.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import type { Engine } from '../engine-client/start-engine.ts';

export interface PrintedPage {
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly pages: number;
}

/** A document of the interface, ready to be printed. */
export interface PageToPrint {
  readonly html: string;
  /** Heads of tables that are printed again where a table goes on over a page: what is checked later must know them. */
  readonly heads: readonly string[];
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly marking: Marking;
  /** `Page {page} of {pages}`. */
  readonly pageLabel: string;
  readonly reference?: string;
}

interface Outcome {
  readonly printed: PrintedPage | null;
  readonly failure: Failure | null;
}

/**
 * The pages of a document with the marking on each, printed again whenever it says something else. The
 * file that was made last stays while another is being made. `page` is `null` until it is known.
 */
export function usePrintedPage(page: PageToPrint | null): Outcome & { readonly making: boolean } {
  const engine = useEngine();
  // A page is made anew at every drawing; what it says tells whether it is another.
  const html = page?.html ?? null;
  const level = page?.marking.id ?? null;
  const latest = useRef(page);
  useEffect(() => {
    latest.current = page;
  });
  const [last, setLast] = useState<Outcome & { readonly of: string | null }>({ of: null, printed: null, failure: null });
  useEffect(() => {
    const shown = latest.current;
    if (html === null || level === null || shown === null) return undefined;
    let wanted = true;
    void print(engine, shown).then((outcome) => {
      if (wanted) setLast({ of: html, ...outcome });
    });
    return () => {
      wanted = false;
    };
  }, [engine, html, level]);
  const making = html === null || last.of !== html;
  return { printed: last.printed, failure: making ? null : last.failure, making };
}

async function print(engine: Engine, { html, heads, title, language, marking, pageLabel, reference = '' }: PageToPrint): Promise<Outcome> {
  const signed = await engine.report.sign({ title, level: marking.id, text: printedText(html), heads });
  if (!signed.ok) return { printed: null, failure: signed.failure };
  try {
    const answer = await bridge().call('print:pdf', { html, title, language, level: marking.id, banner: marking.full, pageLabel, reference, record: new Uint8Array(signed.value), suggestedName: 'document.pdf' });
    return 'failure' in answer ? { printed: null, failure: { code: answer.failure } } : { printed: answer, failure: null };
  } catch {
    return { printed: null, failure: { code: 'print-failed' } };
  }
}
