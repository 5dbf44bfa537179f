/**
 * Lets work begin in the order in which it came, as long as what is under way weighs no more than
 * `width` in all. What weighs as much as that goes alone.
 */
export class Turnstile {
  private readonly width: number;
  private underWay = 0;
  private readonly waiting: { readonly weight: number; readonly begin: () => void }[] = [];

  constructor(width: number) {
    this.width = width;
  }

  async pass<Value>(weight: number, work: () => Promise<Value>): Promise<Value> {
    const own = Math.min(weight, this.width);
    await new Promise<void>((begin) => {
      this.waiting.push({ weight: own, begin });
      this.admit();
    });
    try {
      return await work();
    } finally {
      this.underWay -= own;
      this.admit();
    }
  }

  private admit(): void {
    for (let next = this.waiting[0]; next !== undefined && this.underWay + next.weight <= this.width; next = this.waiting[0]) {
      this.waiting.shift();
      this.underWay += next.weight;
      next.begin();
    }
  }
}
