import type { ArchiveFault } from '../../contract/archive';

/** Ends the taking in of a file at its first wrong line. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';

  /** @param index of the line within the slice, from 0 */
  constructor(
    readonly index: number,
    readonly fault: ArchiveFault,
    readonly issueId: string | null = null,
  ) {
    super(fault);
  }
}
