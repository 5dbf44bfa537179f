/** The first few of many in an order, without sorting all of them. */
export class FirstFew<Item> {
  private readonly most: number;
  private readonly order: (one: Item, other: Item) => number;
  private readonly kept: Item[] = [];
  private left = 0;

  constructor(most: number, order: (one: Item, other: Item) => number) {
    this.most = most;
    this.order = order;
  }

  get items(): readonly Item[] {
    return this.kept;
  }

  /** The last one kept where others came after it; `null` when everything is here. */
  get end(): Item | null {
    return this.left === 0 ? null : (this.kept.at(-1) ?? null);
  }

  offer(item: Item): void {
    const last = this.kept.at(-1);
    if (this.kept.length === this.most) {
      this.left += 1;
      if (last === undefined || this.order(item, last) >= 0) return;
      this.kept.pop();
    }
    this.kept.splice(this.placeOf(item), 0, item);
  }

  private placeOf(item: Item): number {
    let low = 0;
    let high = this.kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.kept[middle];
      if (there !== undefined && this.order(there, item) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
