/** What a spreadsheet takes for a formula, and what looks as if it had been protected from that. */
const FORMULA = /^'*(?:[\t\r]|\s*[=+\-@])/u;

/** The text as a spreadsheet shows it, whatever it begins with; `unprotected` gives it back. */
export function protectedCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text without the apostrophe that keeps a spreadsheet from calculating it. */
export function unprotected(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
