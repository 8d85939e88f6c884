import type { ProcedurePayload } from '../../../../../src/contract/procedures';
import { DEEPEST } from '../../../../../src/contract/summaryLimits';
import { SUMMARY_SOURCES, type SummarySourceName } from '../../../../../src/contract/summaryVocabulary';

/** What the macro was told, as Confluence keeps it: every field is there, those of other sources too. */
export interface MacroConfig {
  readonly title: string;
  readonly source: SummarySourceName;
  readonly issue: string;
  readonly depth: number;
  readonly jql: string;
  readonly project: string;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Reads a configuration of any age: what is missing or broken is as in a new one. */
export function readConfig(given: Readonly<Record<string, unknown>>): MacroConfig {
  const depth = typeof given['depth'] === 'number' ? Math.trunc(given['depth']) : 1;
  return {
    title: textOf(given['title']),
    source: SUMMARY_SOURCES.find((name) => name === given['source']) ?? 'page',
    issue: textOf(given['issue']),
    depth: Math.min(Math.max(depth, 1), DEEPEST),
    jql: textOf(given['jql']),
    project: textOf(given['project']),
  };
}

/** What to ask for; null while the source is not chosen to the end. */
export function sourceOf(config: MacroConfig, pageId: string): ProcedurePayload<'summary.show'> | null {
  const [issue, jql, project] = [config.issue.trim(), config.jql.trim(), config.project.trim()];
  switch (config.source) {
    case 'page':
      return pageId === '' ? null : { source: 'page', pageId };
    case 'linked':
      return issue === '' ? null : { source: 'linked', issue, depth: config.depth };
    case 'jql':
      return jql === '' ? null : { source: 'jql', jql };
    case 'project':
      return project === '' ? null : { source: 'project', project };
  }
}
