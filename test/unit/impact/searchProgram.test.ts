import fc from 'fast-check';
import { searchAnswer } from '../../../scripts/impact/searchProgram';
import { BadInput } from '../../../scripts/support/program';
import { searchNaively } from './reference';
import { cases } from './support';

const given = {
  nodes: 5,
  edges: [
    [0, 1, 0.5],
    [1, 2, 0.5],
    [2, 0, 1],
    [3, 4, 0.9],
  ],
  start: [0],
  damping: false,
};
const answer = (changes: object) => searchAnswer(JSON.stringify({ ...given, ...changes }));

describe('impact:search', () => {
  it('prints every node reached with its confidence, and the time that a search takes', () => {
    const { confidence, ms } = answer({});
    expect(confidence).toEqual([
      [0, 1],
      [1, 0.5],
      [2, 0.25],
    ]);
    expect(ms).toBeGreaterThan(0);
  });

  it('starts anywhere and damps only when asked to', () => {
    expect(answer({ start: [3, 1, 3] }).confidence).toEqual([
      [1, 1],
      [3, 1],
      [4, 0.9],
      [2, 0.5],
      [0, 0.5],
    ]);
    expect(answer({ damping: true }).confidence).toEqual([
      [0, 1],
      [1, 0.5],
      [2, 0.225],
    ]);
    expect(answer({ start: [] }).confidence).toEqual([]);
  });

  it('reads the numbers that it printed, digit by digit', () => {
    fc.assert(
      fc.property(cases, ({ size, edges, starts }) => {
        const { confidence } = searchAnswer(JSON.stringify({ nodes: size, edges, start: starts, damping: false }));
        const printed = new Map(JSON.parse(JSON.stringify(confidence)) as [number, number][]);
        const labels = searchNaively({ size, edges, starts });
        expect(Array.from({ length: size }, (_, node) => printed.get(node))).toEqual(
          labels.map((label) => label?.confidence),
        );
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  it.each([
    ['no JSON', '{"nodes": 1', 'That is no JSON'],
    ['no object', '[]', 'The input: is not an object'],
    ['no number of nodes', JSON.stringify({ ...given, nodes: -1 }), 'nodes: is not the number of nodes'],
    ['no edges', JSON.stringify({ ...given, edges: {} }), 'edges: is not a list'],
    ['half an edge', JSON.stringify({ ...given, edges: [[0, 1]] }), 'edges[0]: is not an edge'],
    ['an edge too long', JSON.stringify({ ...given, edges: [[0, 1, 1, 1]] }), 'edges[0]: is not an edge'],
    ['a strength of 0', JSON.stringify({ ...given, edges: [[0, 1, 0]] }), 'edges[0][2]: is no strength'],
    ['a strength above 1', JSON.stringify({ ...given, edges: [[0, 1, 1.5]] }), 'edges[0][2]: is no strength'],
    ['a word for a strength', JSON.stringify({ ...given, edges: [[0, 1, 'x']] }), 'edges[0][2]: is no strength'],
    ['half a node', JSON.stringify({ ...given, edges: [[0, 0.5, 1]] }), 'edges[0][1]: is no number of a node'],
    ['an edge from nowhere', JSON.stringify({ ...given, edges: [[5, 0, 1]] }), 'edges[0][0]: 5 is no node of 5'],
    ['an edge to nowhere', JSON.stringify({ ...given, edges: [[0, 5, 1]] }), 'edges[0][1]: 5 is no node of 5'],
    ['a start that is no node', JSON.stringify({ ...given, start: [0, 7] }), 'start[1]: 7 is no node of 5'],
    ['no word on damping', JSON.stringify({ ...given, damping: undefined }), 'damping: is neither true nor false'],
  ])('says in one sentence what is wrong with %s', (_, text, sentence) => {
    const attempt = () => searchAnswer(text);
    expect(attempt).toThrow(BadInput);
    expect(attempt).toThrow(sentence);
    expect(attempt).toThrow(/^[^\n]*\.$/);
  });
});
