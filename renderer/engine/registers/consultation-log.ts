import type { DeviceId, Instant } from '../../../core/ids.ts';
import { consultationContent, type ConsultationContent, type Opened, type Revealed, type Searched } from '../../../core/registers/consultation.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { StoreFailure } from '../pouch-seam/pouch-ground.ts';
import { PaletteTyping, typingRest, type InPalette } from './palette-typing.ts';
import { RegisterBook, type RegisterParts } from './register-book.ts';
import type { PaletteEnd } from './registers-api.ts';

/** A record that is looked at again within this time is one consultation still. */
const oneLook = 15 * 60_000;
/** Entries that wait for a disk with room; what comes after them is lost and not what came first. */
const mostWaiting = 10_000;

export interface ConsultationEntry {
  readonly device: DeviceId;
  readonly number: number;
  readonly at: Instant;
  readonly content: ConsultationContent;
}

/**
 * Who opened, looked for and revealed what. Reading never waits for its entry: that is written at once
 * and together with what else waits. Only what must not be seen unregistered is (`revealed`).
 */
export class ConsultationLog {
  readonly book: RegisterBook<ConsultationContent>;
  private readonly now: () => Instant;
  private readonly changed: () => void;
  /** When a record, or a letter in quarantine, was looked at last. */
  private readonly seen = new Map<string, Instant>();
  private waiting: ConsultationContent[] = [];
  private writing: Promise<void> = Promise.resolve();
  private isWriting = false;
  /** What is being typed, by where. */
  private readonly lastSearched = new Map<string, string>();
  private readonly typed = new Map<string, { readonly searched: Searched; readonly rest: ReturnType<typeof setTimeout> }>();
  private readonly palette: PaletteTyping;

  constructor(parts: RegisterParts, changed: () => void) {
    this.book = new RegisterBook('consultations', parts);
    this.now = parts.now;
    this.changed = changed;
    this.palette = new PaletteTyping(parts.now, (words, found) => this.enterSearch('', { did: 'searched', words: words.slice(0, 500), within: null, found }));
  }

  opened(opened: Omit<Opened, 'did'>): void {
    if (this.isSameLook(opened.record)) return;
    this.seen.set(opened.record, this.now());
    this.note({ did: 'opened', ...opened });
  }

  /** Called with every letter typed; entered is what stands there once the typing rests. */
  searched(searched: Omit<Searched, 'did'>): void {
    const where = searched.within ?? '';
    const before = this.typed.get(where);
    if (before !== undefined) clearTimeout(before.rest);
    const words = searched.words.trim().slice(0, 500);
    this.typed.delete(where);
    // Asked again with the same words, further down the list or with what has come since.
    if (words === '' || this.lastSearched.get(where) === words) return;
    const rest = setTimeout(() => this.settle(where), typingRest);
    this.typed.set(where, { searched: { did: 'searched', ...searched, words }, rest });
  }

  /** Called with every letter typed in the palette: entered is what turns out to have been a search. */
  typedInPalette(words: string): InPalette {
    return this.palette.add(words);
  }

  paletteLeft(by: PaletteEnd): void {
    this.palette.left(by);
  }

  /** Durable when it resolves: only then may it be shown. */
  async revealed(revealed: Revealed): Promise<Result<null, StoreFailure>> {
    const what = revealed.what === 'quarantined' ? revealed.letter : '';
    if (this.isSameLook(what)) return ok(null);
    const written = await this.book.write([revealed], 'durable');
    if (!written.ok) return written;
    if (what !== '') this.seen.set(what, this.now());
    this.changed();
    return written;
  }

  /** In the order in which they happened, chain by chain. What a later version entered is left out, not lost. */
  async all(): Promise<readonly ConsultationEntry[]> {
    const entries: ConsultationEntry[] = [];
    for (const { name, entries: some, current } of await this.book.read()) {
      for (const { number, at, content } of some) {
        // This laptop's own entries were made here, and there are many of them.
        const parsed = current ? (content as ConsultationContent) : consultationContent.safeParse(content).data;
        if (parsed !== undefined) entries.push({ device: name.device, number, at, content: parsed });
      }
    }
    return entries;
  }

  /** Writes what waits. */
  async settled(): Promise<void> {
    this.palette.left('search');
    for (const where of this.typed.keys()) this.settle(where);
    await this.writing;
  }

  async close(): Promise<void> {
    await this.settled();
    await this.book.close();
    this.waiting = [];
    this.seen.clear();
    this.lastSearched.clear();
  }

  private isSameLook(what: string): boolean {
    const [last, now] = [this.seen.get(what), this.now()];
    return last !== undefined && now >= last && now - last < oneLook;
  }

  private settle(where: string): void {
    const typed = this.typed.get(where);
    if (typed === undefined) return;
    clearTimeout(typed.rest);
    this.typed.delete(where);
    this.enterSearch(where, typed.searched);
  }

  private enterSearch(where: string, searched: Searched): void {
    if (searched.words === '' || this.lastSearched.get(where) === searched.words) return;
    this.lastSearched.set(where, searched.words);
    this.note(searched);
  }

  private note(content: ConsultationContent): void {
    if (this.waiting.length < mostWaiting) this.waiting.push(content);
    if (!this.isWriting) this.writing = this.write();
  }

  /** One transaction after the other, each with all that waits. What the disk refuses waits for the next. */
  private async write(): Promise<void> {
    this.isWriting = true;
    try {
      while (this.waiting.length > 0) {
        const some = this.waiting;
        this.waiting = [];
        const written = await this.book.write(some, 'soon');
        if (!written.ok) {
          this.waiting = [...some, ...this.waiting].slice(0, mostWaiting);
          return;
        }
        this.changed();
      }
    } finally {
      this.isWriting = false;
    }
  }
}
