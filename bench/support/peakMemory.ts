import { readFileSync, writeFileSync } from 'node:fs';

const KILOBYTE = 1_024;

/** From now on the peak of the process's memory is that from now on; only Linux knows how. */
export function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Elsewhere the peak is that of the whole process, preparation included.
  }
}

/** The most resident memory since the peak was forgotten, in bytes. */
export function peakMemory(): number {
  try {
    const [, kilobytes] = /VmHWM:\s*(\d+)/u.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (kilobytes !== undefined) return Number(kilobytes) * KILOBYTE;
  } catch {
    // Elsewhere Node says it.
  }
  return process.resourceUsage().maxRSS * KILOBYTE;
}
