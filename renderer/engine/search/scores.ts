import type { DocumentNumber } from './text-index.ts';

/** Records with a score each; every record once, with its best. 0 is not here. */
export class Scores {
  readonly documents: DocumentNumber[] = [];
  private readonly best: Float32Array;

  /** `span`: one more than the highest number of a record. */
  constructor(span: number) {
    this.best = new Float32Array(span);
  }

  get size(): number {
    return this.documents.length;
  }

  get(document: DocumentNumber): number {
    return this.best[document] ?? 0;
  }

  note(document: DocumentNumber, score: number): void {
    const known = this.best[document] ?? 0;
    if (known === 0) this.documents.push(document);
    if (score > known) this.best[document] = score;
  }
}
