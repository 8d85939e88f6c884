/** A sum over the last minute, second by second. */
export class LastMinute {
  readonly #now: () => number;
  #seconds = new Map<number, number>();

  /** @param now milliseconds since whenever. */
  constructor(now: () => number) {
    this.#now = now;
  }

  add(amount: number): void {
    const second = this.#second();
    this.#seconds.set(second, (this.#seconds.get(second) ?? 0) + amount);
  }

  total(): number {
    const since = this.#second() - 60;
    this.#seconds = new Map([...this.#seconds].filter(([second]) => second > since));
    return [...this.#seconds.values()].reduce((sum, amount) => sum + amount, 0);
  }

  #second(): number {
    return Math.floor(this.#now() / 1_000);
  }
}
