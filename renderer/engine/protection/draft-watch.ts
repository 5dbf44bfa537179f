import type { DraftId } from '../../../core/ids.ts';
import type { Draft } from '../api.ts';
import type { NamedPerson } from './protection-api.ts';

export interface DraftWatchParts {
  /** Whom a draft may name. */
  readonly named: (draft: Draft, stale: () => boolean) => Promise<readonly NamedPerson[]>;
  /** Told when the answer for some draft is another. */
  readonly changed: () => void;
}

/** Looks at every draft that is kept, one after the other and always its latest text, while the person writes on. */
export class DraftWatch {
  private readonly parts: DraftWatchParts;
  private readonly waiting = new Map<DraftId, Draft>();
  private readonly answers = new Map<DraftId, readonly NamedPerson[]>();
  private working: Promise<void> | null = null;
  private closed = false;

  constructor(parts: DraftWatchParts) {
    this.parts = parts;
  }

  of(draft: DraftId): readonly NamedPerson[] {
    return this.answers.get(draft) ?? [];
  }

  kept(draft: Draft): void {
    this.waiting.set(draft.draft, draft);
    this.working ??= this.work().finally(() => {
      this.working = null;
    });
  }

  gone(draft: DraftId): void {
    this.waiting.delete(draft);
    if (this.answers.delete(draft)) this.parts.changed();
  }

  /** Nothing is derived after this resolves. */
  async close(): Promise<void> {
    this.closed = true;
    this.waiting.clear();
    await this.working;
    this.answers.clear();
  }

  private async work(): Promise<void> {
    for (let [next] = this.waiting.values(); next !== undefined && !this.closed; [next] = this.waiting.values()) {
      const draft = next;
      const stale = () => this.closed || this.waiting.get(draft.draft) !== draft;
      const named = await this.parts.named(draft, stale);
      if (stale()) continue;
      this.waiting.delete(draft.draft);
      this.answer(draft.draft, named);
    }
  }

  private answer(draft: DraftId, named: readonly NamedPerson[]): void {
    const before = this.of(draft);
    if (named.length === 0) this.answers.delete(draft);
    else this.answers.set(draft, named);
    if (before.map((one) => one.record).join() !== named.map((one) => one.record).join()) this.parts.changed();
  }
}
