import { printQuality } from './impact/quality';
import { printSpeed } from './impact/speed';
import type { Bench } from './support/bench';

/** How fast the impact search is beside other programs, and how much of planted changes it finds. */
export const impactSearchBench: Bench = {
  title: 'confidence along the best path: time and quality',
  async run(print) {
    await printSpeed(print);
    printQuality(print);
  },
};
