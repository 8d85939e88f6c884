interface LoopOptions<Item> {
  /** What is due by then, in milliseconds since 1970, in order. */
  list(until: number): readonly Item[];
  /** Delivers one; afterwards it is gone or due later. Never rejects. */
  attempt(item: Item): Promise<void>;
}

/** Delivers what is due, one after the other or some at a time, never twice at once whoever asks. */
export class DeliveryLoop<Item> {
  /** How many are delivered at the same time. */
  parallel = 1;
  readonly #options: LoopOptions<Item>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: LoopOptions<Item>) {
    this.#options = options;
  }

  /** @returns how many deliveries that took. */
  run(until: () => number): Promise<number> {
    const mine = this.#last.then(() => this.#deliver(until));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #deliver(until: () => number): Promise<number> {
    let deliveries = 0;
    for (;;) {
      const batch = this.#options.list(until());
      if (batch.length === 0) return deliveries;
      for (let start = 0; start < batch.length; start += this.parallel) {
        await Promise.all(batch.slice(start, start + this.parallel).map((item) => this.#options.attempt(item)));
      }
      deliveries += batch.length;
    }
  }
}
