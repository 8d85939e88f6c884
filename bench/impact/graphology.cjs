/** Answers lines of JSON about one graph by graphology: how long the shortest paths from a start take. */
const { createInterface } = require('node:readline');
const { MultiDirectedGraph } = require('graphology');
const { singleSource } = require('graphology-shortest-path/dijkstra');

let graph;
let start;

function load(task) {
  graph = new MultiDirectedGraph();
  start = task.start;
  for (let node = 0; node < task.nodes; node++) graph.addNode(node);
  task.strengths.forEach((strength, row) => {
    graph.addDirectedEdge(task.from[row], task.to[row], { weight: -Math.log(strength) });
  });
}

function timesOf(runs) {
  return Array.from({ length: runs }, () => {
    const began = process.hrtime.bigint();
    singleSource(graph, start, 'weight');
    return Number(process.hrtime.bigint() - began) / 1e6;
  });
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const request = JSON.parse(line);
  if (graph === undefined) load(request);
  else process.stdout.write(`${JSON.stringify({ times: timesOf(request.runs) })}\n`);
});
