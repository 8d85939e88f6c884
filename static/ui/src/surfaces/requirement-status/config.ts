import type { ProcedurePayload } from '../../../../../src/contract/procedures';
import { DEEPEST } from '../../../../../src/contract/summaryLimits';
import {
  LINK_DIRECTIONS,
  SUMMARY_SOURCES,
  type LinkDirection,
  type SummarySourceName,
} from '../../../../../src/contract/summaryVocabulary';
import { COLUMNS, GROUPINGS, USUAL_COLUMNS, type Column, type Grouping } from './table/columns';

/** What the macro was told, as Confluence keeps it: every field is there, those of other sources too. */
export interface MacroConfig {
  readonly title: string;
  readonly source: SummarySourceName;
  readonly issue: string;
  readonly depth: number;
  readonly direction: LinkDirection;
  /** Names of link types, one after the other with commas between them. */
  readonly linkTypes: string;
  readonly jql: string;
  readonly project: string;
  /** Shown beside the key and the summary. */
  readonly columns: readonly Column[];
  readonly groupBy: Grouping;
  readonly charts: boolean;
  /** Id of the edition that is shown at first; empty for the state of now. */
  readonly edition: string;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function columnsOf(value: unknown): readonly Column[] {
  return Array.isArray(value) ? COLUMNS.filter((column) => value.includes(column)) : USUAL_COLUMNS;
}

/** Reads a configuration of any age: what is missing or broken is as in a new one. */
export function readConfig(given: Readonly<Record<string, unknown>>): MacroConfig {
  const depth = typeof given['depth'] === 'number' ? Math.trunc(given['depth']) : 1;
  return {
    title: textOf(given['title']),
    source: SUMMARY_SOURCES.find((name) => name === given['source']) ?? 'page',
    issue: textOf(given['issue']),
    depth: Math.min(Math.max(depth, 1), DEEPEST),
    direction: LINK_DIRECTIONS.find((name) => name === given['direction']) ?? 'both',
    linkTypes: textOf(given['linkTypes']),
    jql: textOf(given['jql']),
    project: textOf(given['project']),
    columns: columnsOf(given['columns']),
    groupBy: GROUPINGS.find((name) => name === given['groupBy']) ?? 'none',
    charts: given['charts'] !== false,
    edition: textOf(given['edition']),
  };
}

function typesIn(list: string): string[] {
  return list
    .split(/[,，;；]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** What to ask for; null while the source is not chosen to the end. */
export function sourceOf(config: MacroConfig, pageId: string): ProcedurePayload<'summary.show'> | null {
  const [issue, jql, project] = [config.issue.trim(), config.jql.trim(), config.project.trim()];
  const { depth, direction } = config;
  switch (config.source) {
    case 'page':
      return pageId === '' ? null : { source: 'page', pageId };
    case 'linked':
      return issue === '' ? null : { source: 'linked', issue, depth, direction, linkTypes: typesIn(config.linkTypes) };
    case 'jql':
      return jql === '' ? null : { source: 'jql', jql };
    case 'project':
      return project === '' ? null : { source: 'project', project };
  }
}
