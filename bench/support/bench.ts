/** Something measured, from its preparation to the tables with what came out. */
export interface Bench {
  /** One line saying what is measured. */
  readonly title: string;
  /** @param print takes lines of the report as they are ready. */
  readonly run: (print: (line: string) => void) => Promise<void>;
}
