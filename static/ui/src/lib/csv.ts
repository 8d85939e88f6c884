/** What a spreadsheet takes for a formula, wherever the text came from. */
const FORMULA = /^(?:[\t\r]|\s*[=+\-@])/u;

/** A cell that a spreadsheet shows as the text it is. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/**
 * Rows as CSV, with the mark by which spreadsheets know UTF-8.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
