/** A number and the two words it consists of; on every machine that runs this the second one is the higher. */
const PROBE = new Float64Array(1);
const HALVES = new Int32Array(PROBE.buffer);

/** Buckets between a confidence and half of it: 64. */
const SHIFT = 14;
/** The higher half of 1, the greatest confidence. */
const HIGHEST = 0x3ff00000;
const ENTRY = 3;
const BUCKETS = (HIGHEST >> SHIFT) + 1;

/**
 * The bucket of a confidence in (0, 1]: of two the greater one has the lower bucket or the same, because the bits of positive
 * floating-point numbers are in the order of the numbers.
 */
function bucketOf(confidence: number): number {
  PROBE[0] = confidence;
  return (HIGHEST - HALVES[1]!) >> SHIFT;
}

const FIRST_CAPACITY = 1_024;

function grown<T extends Int32Array | Float64Array>(values: T): T {
  const twice = new (values.constructor as new (length: number) => T)(2 * values.length);
  twice.set(values);
  return twice;
}

/**
 * Nodes that wait in the order of their confidence, of equal ones those with fewer steps first: those with
 * about the best confidence in a heap, all others in buckets without any order until theirs is the best. What enters is
 * never better than what was taken last. A node whose path has become better enters again, so it may be taken twice.
 */
export class Frontier {
  /** Of each bucket its last entry plus 1; of each entry the node, its steps, and the entry before it plus 1. */
  private readonly heads = new Int32Array(BUCKETS);
  private entries = new Int32Array(FIRST_CAPACITY * ENTRY);
  private entered = new Float64Array(FIRST_CAPACITY);
  private count = 0;
  private current = 0;
  private farthest = 0;
  /** The heap, of four children each. */
  private heap = new Int32Array(FIRST_CAPACITY);
  private confidences = new Float64Array(FIRST_CAPACITY);
  private stepCounts = new Int32Array(FIRST_CAPACITY);
  private waiting = 0;

  enter(node: number, confidence: number, steps: number): void {
    const bucket = bucketOf(confidence);
    if (bucket <= this.current) {
      this.rise(node, confidence, steps);
      return;
    }
    const entry = this.count++;
    if (entry === this.entered.length) {
      this.entered = grown(this.entered);
      this.entries = grown(this.entries);
    }
    this.entered[entry] = confidence;
    this.entries[entry * ENTRY] = node;
    this.entries[entry * ENTRY + 1] = steps;
    this.entries[entry * ENTRY + 2] = this.heads[bucket]!;
    this.heads[bucket] = entry + 1;
    if (bucket > this.farthest) this.farthest = bucket;
  }

  /** Begins anew, once nothing waits. */
  clear(): void {
    this.count = 0;
    this.current = 0;
    this.farthest = 0;
  }

  /** The first node of all; -1 if none waits. */
  take(): number {
    while (this.waiting === 0) if (!this.open()) return -1;
    const node = this.heap[0]!;
    this.sink();
    return node;
  }

  /** Moves the next bucket that holds something into the heap. */
  private open(): boolean {
    const { heads, entries, entered } = this;
    let bucket = this.current + 1;
    while (bucket <= this.farthest && heads[bucket] === 0) bucket++;
    if (bucket > this.farthest) return false;
    this.current = bucket;
    const last = heads[bucket]! - 1;
    heads[bucket] = 0;
    for (let entry = last; entry >= 0; entry = entries[entry * ENTRY + 2]! - 1) {
      this.rise(entries[entry * ENTRY]!, entered[entry]!, entries[entry * ENTRY + 1]!);
    }
    return true;
  }

  private rise(node: number, confidence: number, steps: number): void {
    let at = this.waiting++;
    if (at === this.heap.length) {
      this.heap = grown(this.heap);
      this.confidences = grown(this.confidences);
      this.stepCounts = grown(this.stepCounts);
    }
    const { heap, confidences, stepCounts } = this;
    while (at > 0) {
      const above = (at - 1) >> 2;
      const other = confidences[above]!;
      if (other > confidence) break;
      if (other === confidence && stepCounts[above]! <= steps) break;
      confidences[at] = other;
      stepCounts[at] = stepCounts[above]!;
      heap[at] = heap[above]!;
      at = above;
    }
    confidences[at] = confidence;
    stepCounts[at] = steps;
    heap[at] = node;
  }

  /** Removes the first of the heap. */
  private sink(): void {
    const { heap, confidences, stepCounts } = this;
    const last = --this.waiting;
    const confidence = confidences[last]!;
    const steps = stepCounts[last]!;
    let at = 0;
    for (;;) {
      const first = 4 * at + 1;
      if (first >= last) break;
      const end = Math.min(first + 4, last);
      let child = first;
      let best = confidences[first]!;
      for (let other = first + 1; other < end; other++) {
        const found = confidences[other]!;
        if (found < best || (found === best && stepCounts[other]! >= stepCounts[child]!)) continue;
        child = other;
        best = found;
      }
      if (best < confidence || (best === confidence && stepCounts[child]! >= steps)) break;
      confidences[at] = best;
      stepCounts[at] = stepCounts[child]!;
      heap[at] = heap[child]!;
      at = child;
    }
    confidences[at] = confidence;
    stepCounts[at] = steps;
    heap[at] = heap[last]!;
  }
}
