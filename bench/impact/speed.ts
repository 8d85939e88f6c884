import { BAND_FLOORS } from '../../src/domain/impact/bands';
import { buildGraph } from '../../src/domain/impact/graph';
import type { ImpactGraph } from '../../src/domain/impact/graph';
import { searchImpact } from '../../src/domain/impact/search';
import type { SearchResult } from '../../src/domain/impact/search';
import { duration, growth, median, ratio, table, whole } from '../support/report';
import { edgeRows, strengthsOf } from './edges';
import type { EdgeRows } from './edges';
import { growJiraGraph, SIZES } from './jiraGraph';
import type { JiraShape } from './jiraGraph';
import { startGraphology, startIgraph } from './others';

type Print = (line: string) => void;

interface Loaded {
  readonly nodes: number;
  readonly rows: EdgeRows;
  readonly graph: ImpactGraph;
  /** Where the most links begin, so that as much as possible is reached. */
  readonly start: number;
}

/** The programs take turns, so that what else the machine does meets them all. */
const ROUNDS = 5;
const RUNS = 15;

function load(shape: JiraShape): Loaded {
  const jira = growJiraGraph(shape);
  const rows = edgeRows(jira, strengthsOf);
  const graph = buildGraph(jira.issues, rows.from, rows.to, rows.strengths);
  let start = 0;
  let most = 0;
  for (let node = 0; node < graph.size; node++) {
    const degree = (graph.offsets[node + 1] ?? 0) - (graph.offsets[node] ?? 0);
    if (degree > most) [start, most] = [node, degree];
  }
  return { nodes: jira.issues, rows, graph, start };
}

function timesOf(runs: number, work: () => unknown): readonly number[] {
  return Array.from({ length: runs }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
}

function farthestApart({ order, confidence }: SearchResult, theirs: readonly number[] = []): number {
  const ours = new Float64Array(theirs.length);
  order.forEach((node, place) => (ours[node] = confidence[place] ?? NaN));
  return ours.reduce((most, value, node) => Math.max(most, Math.abs(value - (theirs[node] ?? NaN))), 0);
}

async function compare(loaded: Loaded, print: Print): Promise<void> {
  const { nodes, rows, graph, start } = loaded;
  const ours = () => searchImpact(graph, [start], { damping: false });
  const { from, to, strengths } = rows;
  const task = { nodes, from: [...from], to: [...to], strengths: [...strengths], start };
  const [graphology, igraph] = [startGraphology(task), startIgraph(task)];
  timesOf(3 * RUNS, ours);
  await graphology.ask(2);
  const warm = await igraph?.ask(RUNS, 1);
  const times = { ours: [] as number[], igraph: [] as number[], batch: [] as number[], graphology: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    times.ours.push(...timesOf(RUNS, ours));
    times.igraph.push(...((await igraph?.ask(RUNS, 1))?.times ?? []));
    times.batch.push(...((await igraph?.ask(3, 10))?.times ?? []));
    times.graphology.push(...(await graphology.ask(3)).times);
  }
  graphology.close();
  igraph?.close();
  const base = median(times.ours);
  const line = (name: string, values: readonly number[]) => [
    name,
    duration(median(values)),
    ratio(median(values), base),
  ];
  const found = ours();
  print(`\n${whole(nodes)} issues, ${whole(rows.from.length)} directed edges, ${whole(found.order.length)} reached:\n`);
  const measured = [line('this search', times.ours), line('graphology, Dijkstra', times.graphology)];
  if (warm !== undefined) {
    measured.push(
      line(`igraph ${warm.version ?? ''}, one search`, times.igraph),
      line('igraph, each of ten in one call', times.batch),
    );
  }
  print(table(['', 'a search', 'of ours'], measured));
  print(
    warm === undefined
      ? 'igraph is not compared: there is no Python with it (Debian: python3-igraph).'
      : `Confidences differ from igraph's by at most ${farthestApart(found, warm.confidence).toExponential(1)}.`,
  );
}

function printGrowth(print: Print): void {
  const sizes = [1_000, 10_000, 50_000];
  const measured = sizes.map((issues) => {
    const { nodes, rows, graph, start } = load({ ...SIZES.XL, issues, hub: issues / 25 });
    const build = () => buildGraph(nodes, rows.from, rows.to, rows.strengths);
    const far = () => searchImpact(graph, [start], { damping: false });
    const damped = () => searchImpact(graph, [start], { damping: true, floor: BAND_FLOORS.possible });
    const works = [build, far, damped];
    works.forEach((work) => timesOf(2 * RUNS, work));
    return { issues, edges: rows.from.length, times: works.map((work) => median(timesOf(3 * RUNS, work))) };
  });
  print('\nGrowth, from the issue with the most links:\n');
  const rows = measured.map(({ issues, edges, times }) => [whole(issues), whole(edges), ...times.map(duration)]);
  const exponents = [0, 1, 2].map((at) =>
    growth(
      sizes,
      measured.map(({ times }) => times[at] ?? NaN),
    ).toFixed(2),
  );
  print(
    table(
      ['issues', 'edges', 'graph from rows', 'everything reached', 'as the panel'],
      [...rows, ['exponent', '', ...exponents]],
    ),
  );
}

/** Prints how fast the search is beside other programs on the same graphs, and how it grows. */
export async function printSpeed(print: Print): Promise<void> {
  await compare(load(SIZES.XL), print);
  await compare(load({ ...SIZES.XL, linksPerIssue: 1.2 }), print);
  printGrowth(print);
}
