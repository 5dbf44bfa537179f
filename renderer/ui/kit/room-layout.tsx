import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useWords } from '../words/words.ts';
import classes from './room-layout.module.css';

export interface RoomLayoutProps {
  /** Names the list pane for those who hear it. */
  readonly listLabel: string;
  readonly list: ReactNode;
  /** What is open; nothing chosen shows an empty page. */
  readonly detail: ReactNode;
  readonly detailLabel: string;
  /** While nothing is open the list has the whole width. */
  readonly wide?: boolean;
}

const widthKey = 'rapporteur.list-width';
// In hundredths of a rem, so that the list grows with the text.
const narrowest = 1200;
const widest = 3600;
const usual = 1875;
const step = 100;

function clamp(width: number): number {
  return Math.round(Math.min(widest, Math.max(narrowest, width)));
}

/**
 * A list beside what is open, as in a letter reader; where there is no room for both (large text,
 * a small window) one of them, and a way back to the list.
 * The border can be dragged or moved by arrow keys.
 */
export function RoomLayout({ listLabel, list, detail, detailLabel, wide }: RoomLayoutProps) {
  const [width, setWidth] = useState(() => clamp(Number(localStorage.getItem(widthKey)) || usual));
  const room = useRef<HTMLDivElement>(null);
  const [location] = useLocation();
  const [home = '', ...deeper] = location.split('/').filter((part) => part !== '');
  useEffect(() => {
    room.current?.style.setProperty('--list-width', `${String(width / 100)}rem`);
    localStorage.setItem(widthKey, String(width));
  }, [width]);
  return (
    <div className={classes['room']} ref={room} data-open={deeper.length > 0 || undefined} data-wide={(wide === true && deeper.length === 0) || undefined}>
      <section className={classes['list']} aria-label={listLabel} data-pane tabIndex={-1}>
        {list}
      </section>
      <Divider width={width} onChange={setWidth} />
      <section className={classes['detail']} aria-label={detailLabel} data-pane tabIndex={-1}>
        <Link className={classes['back'] ?? ''} href={`/${home}`}>
          {listLabel}
        </Link>
        {detail}
      </section>
    </div>
  );
}

function Divider({ width, onChange }: { width: number; onChange: (width: number) => void }) {
  const say = useWords('kit');
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const handle = event.currentTarget;
    const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 100;
    const start = event.clientX - width * unit;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) => onChange(clamp((moved.clientX - start) / unit));
    const stop = () => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', stop);
      handle.removeEventListener('pointercancel', stop);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', stop);
    handle.addEventListener('pointercancel', stop);
  };
  const press = (event: KeyboardEvent) => {
    const moved = { ArrowLeft: -step, ArrowRight: step }[event.key];
    if (moved === undefined) return;
    event.preventDefault();
    onChange(clamp(width + moved));
  };
  return (
    <div
      className={classes['divider']}
      role="separator"
      aria-orientation="vertical"
      aria-label={say('divider')}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={press}
      onDoubleClick={() => onChange(usual)}
    />
  );
}

/** A room of one pane, for what is read from top to bottom (Today, Pouch, Settings). */
export function OnePane({ label, children, wide }: { label: string; children: ReactNode; wide?: boolean }) {
  return (
    <section className={classes['one']} aria-label={label} data-pane tabIndex={-1} data-wide={wide === true || undefined}>
      <div className={classes['column']}>{children}</div>
    </section>
  );
}

/** The head of a list pane: filter, count, what can be made. */
export function ListHead({ children }: { children: ReactNode }) {
  return <div className={classes['listHead']}>{children}</div>;
}

/** The column of an open record: title in the reading face, prose at most 75 characters wide. */
export function DetailPage({ children }: { children: ReactNode }) {
  return <div className={classes['page']}>{children}</div>;
}

export interface PageHeadProps {
  readonly title: ReactNode;
  /** One line beneath: group, countries, phase. */
  readonly facts?: ReactNode;
  /** Buttons, the most likely one last. */
  readonly acts?: ReactNode;
}

export function PageHead({ title, facts, acts }: PageHeadProps) {
  return (
    <header className={classes['head']}>
      <h1 className={classes['title']}>{title}</h1>
      {acts === undefined ? null : <div className={classes['acts']}>{acts}</div>}
      {facts === undefined ? null : <div className={classes['facts']}>{facts}</div>}
    </header>
  );
}
