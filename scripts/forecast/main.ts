import { BadInput, readText } from '../support/program';
import { asTable, backtestAnswer } from './program';

const USAGE = `npm run -s forecast:backtest -- FILE [--json]

Walks through a project's history, every second week as "today", and forecasts when the next 10, 20 and 40 issues will
have been resolved, from what was known on that day. Prints how often the days of 50, 80 and 95 % held and the mean
pinball loss, beside those of plain sampling of the last twelve weeks.

  FILE     issues in Jira's own form or in the compact form, as the sandbox imports them; - reads from standard input
  --json   the same figures as JSON

Exit code 0: walked through. 2: there is no history to walk through.`;

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const files = args.filter((arg) => arg !== '--json');
  const [file] = files;
  if (file === undefined || files.length > 1 || (file.startsWith('-') && file !== '-')) {
    console.error(USAGE);
    return file === '--help' ? 0 : 2;
  }
  try {
    const answer = backtestAnswer((await readText(file)).replace(/^\uFEFF/u, ''));
    console.log(args.includes('--json') ? JSON.stringify(answer) : asTable(answer));
    return 0;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    console.error(error.message);
    return 2;
  }
}

void main().then((code) => {
  process.exitCode = code;
});
