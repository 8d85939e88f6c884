import { runProgram } from '../support/program';
import { searchAnswer } from './searchProgram';

const USAGE = `npm run -s impact:search -- FILE

Finds how confidently each node of a graph is reached from the starts: strengths multiplied along the best path.

  FILE   {"nodes": n, "edges": [[from, to, strength], ...], "start": [i, ...], "damping": false}
         nodes are counted from 0, strengths are above 0 and at most 1; - reads from standard input

Prints {"confidence": [[node, value], ...], "ms": ...}: every node reached, the starts with 1 among them, the most
confident first. With damping, confidence also falls with the distance and with the links of hubs passed through.
ms is the time of one search: the median of five or more in one process after a warm-up, the graph read and built.

Exit code 0: searched. 2: there is nothing to search.`;

void runProgram(USAGE, searchAnswer).then((code) => {
  process.exitCode = code;
});
