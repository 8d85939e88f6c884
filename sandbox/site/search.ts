import type Database from 'libsql';
import { z } from 'zod';
import type { FoundIssue, IssueCondition, IssueSearch, SortTerm } from '../api';
import { rowsOf } from './rows';
import { issueDocument } from './schema';

const sortValue = z.union([z.string(), z.number()]);
const foundRows = z.array(z.looseObject({ document: z.string() }));
const countRow = z.tuple([z.object({ total: z.number() })]);

function goingOn(order: readonly SortTerm[], after: readonly (string | number)[]): IssueCondition {
  const sameDirection = order.every(({ descending }) => descending === order[0]?.descending);
  const expressions = order.map(({ expression }) => expression);
  if (sameDirection) {
    const marks = after.map(() => '?').join(', ');
    return { text: `(${expressions.join(', ')}) ${order[0]?.descending ? '<' : '>'} (${marks})`, values: after };
  }
  const alternatives = order.map(({ expression, descending }, index) => {
    const equal = expressions.slice(0, index).map((earlier) => `${earlier} = ?`);
    return [...equal, `${expression} ${descending ? '<' : '>'} ?`].join(' AND ');
  });
  return {
    text: `(${alternatives.map((alternative) => `(${alternative})`).join(' OR ')})`,
    values: order.flatMap((_term, index) => after.slice(0, index + 1)),
  };
}

export function searchIssues(database: Database.Database, search: IssueSearch): readonly FoundIssue[] {
  const { where, order, after, limit } = search;
  const rest = after === null ? { text: '1', values: [] } : goingOn(order, after);
  const columns = order.map(({ expression }, index) => `${expression} AS sort${index}`).join(', ');
  const sorting = order.map(({ expression, descending }) => `${expression} ${descending ? 'DESC' : 'ASC'}`).join(', ');
  const query = `SELECT document, ${columns} FROM live_issue WHERE ${where.text} AND ${rest.text} ORDER BY ${sorting} LIMIT ?`;
  const rows = foundRows.parse(rowsOf(database, query, [...where.values, ...rest.values, limit]));
  return rows.map((row) => ({
    issue: issueDocument.parse(JSON.parse(row.document)),
    at: order.map((_term, index) => sortValue.parse(row[`sort${index}`])),
  }));
}

export function countIssues(database: Database.Database, { text, values }: IssueCondition): number {
  const rows = database.prepare(`SELECT count(*) AS total FROM live_issue WHERE ${text}`).all([...values]);
  return countRow.parse(rows)[0].total;
}
