/** A line of a calendar file with what was folded below it, by the line of the file that it begins on, from 1. */
export interface ContentLine {
  readonly line: number;
  readonly text: string;
}

/** An event with its lines, and the lines in it or around it that are none. */
export interface Block {
  /** The line on which it begins. */
  readonly line: number;
  readonly lines: readonly ContentLine[];
  /** Whether it ends. */
  readonly whole: boolean;
}

const FORM = /^[A-Za-z0-9-]+(?:;[^:]*(?:"[^"]*"[^:]*)*)?:/u;

/** The lines of a calendar file, unfolded. */
function contentLines(text: string): readonly ContentLine[] {
  const lines: { line: number; text: string }[] = [];
  for (const [index, physical] of text.split(/\r\n|\n|\r/u).entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/u.test(physical) && last !== undefined) last.text += physical.slice(1);
    else if (physical.trim() !== '') lines.push({ line: index + 1, text: physical });
  }
  return lines;
}

/**
 * The events of a calendar file, each by itself, so that a broken one takes no other along. What is nested in an event,
 * such as an alarm, is left out.
 *
 * @returns the events, and the lines that have not the form of any
 */
export function blocksOf(text: string): { readonly blocks: readonly Block[]; readonly broken: readonly ContentLine[] } {
  const blocks: Block[] = [];
  const broken: ContentLine[] = [];
  let open: { line: number; lines: ContentLine[] } | null = null;
  let nested = 0;
  const close = (whole: boolean) => {
    if (open !== null) blocks.push({ ...open, whole });
    open = null;
    nested = 0;
  };
  for (const each of contentLines(text)) {
    const [, word = '', name = ''] = /^(BEGIN|END):\s*(\S+)\s*$/iu.exec(each.text) ?? [];
    const [begins, isEvent] = [word.toUpperCase() === 'BEGIN', name.toUpperCase() === 'VEVENT'];
    if (word !== '' && isEvent) {
      close(!begins);
      if (begins) open = { line: each.line, lines: [] };
    } else if (word !== '') nested = Math.max(0, nested + (begins ? 1 : -1));
    else if (!FORM.test(each.text)) broken.push(each);
    else if (open !== null && nested === 0) (open as { lines: ContentLine[] }).lines.push(each);
  }
  close(false);
  return { blocks, broken };
}
