import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words.ts';
import classes from './pdf-pages.module.css';
import { openPdf, textOf, type PdfPage } from './open-pdf.ts';

/** The pages of a PDF, each drawn when it comes into view, with its text for those who hear it. */
export function PdfPages({ pdf, onFailed }: { pdf: Uint8Array; onFailed: () => void }) {
  const [pages, setPages] = useState<readonly PdfPage[]>([]);
  const failed = useRef(onFailed);
  useEffect(() => {
    failed.current = onFailed;
  });
  useEffect(() => {
    let close: (() => void) | null = null;
    let gone = false;
    openPdf(pdf).then(
      (opened) => {
        if (gone) return opened.close();
        close = opened.close;
        setPages(opened.pages);
      },
      () => failed.current(),
    );
    return () => {
      gone = true;
      close?.();
    };
  }, [pdf]);
  return (
    <ol className={classes['pages']}>
      {pages.map((page) => (
        <li key={page.pageNumber}>
          <Page page={page} count={pages.length} />
        </li>
      ))}
    </ol>
  );
}

function Page({ page, count }: { page: PdfPage; count: number }) {
  const say = useWords('export');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  const size = page.getViewport({ scale: 1 });
  useEffect(() => {
    const sheet = canvas.current;
    if (sheet === null) return undefined;
    let stop: (() => void) | null = null;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting !== true) return;
        watch.disconnect();
        stop = draw(page, sheet);
        void textOf(page).then(setText, () => undefined);
      },
      { rootMargin: '600px' },
    );
    watch.observe(sheet);
    return () => {
      watch.disconnect();
      stop?.();
    };
  }, [page]);
  return (
    <figure className={classes['sheet']} aria-label={say('page', { page: page.pageNumber, pages: count })}>
      <canvas ref={canvas} width={Math.round(size.width)} height={Math.round(size.height)} aria-hidden />
      <figcaption className={classes['heard']}>{text}</figcaption>
    </figure>
  );
}

/** Draws at the resolution of the screen; returns how to stop. */
function draw(page: PdfPage, canvas: HTMLCanvasElement): () => void {
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: (canvas.clientWidth / natural.width) * Math.max(window.devicePixelRatio, 1) });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const drawing = page.render({ canvas, viewport });
  drawing.promise.catch(() => undefined);
  return () => drawing.cancel();
}
