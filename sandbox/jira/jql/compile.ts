import { JastBuilder, type Clause, type OrderByField, type TerminalClause } from '@atlaskit/jql-ast';
import type { IssueCondition, SortTerm } from '../../api';
import type { Asker } from './asker';
import { joined, NEVER, not } from './conditions';
import { FIELDS, type JqlField } from './fields';
import { aliasField, propertyField } from './propertyFields';
import { NotModelled } from '../answer';
import { wrong } from './refusal';
import { valuesOf } from './values';

/** A query as the site's tables can answer it. */
export interface CompiledJql {
  readonly where: IssueCondition;
  readonly order: readonly SortTerm[];
}

function fieldNamed(name: string, asker: Asker): JqlField {
  const own = Object.hasOwn(FIELDS, name.toLowerCase()) ? FIELDS[name.toLowerCase()] : undefined;
  const field = own ?? aliasField(name, asker);
  // A real Jira has hundreds more: which of them this name could be, nobody knows.
  if (!field) throw new NotModelled(`the JQL field '${name}'`);
  return field;
}

function terminal(clause: TerminalClause, asker: Asker): IssueCondition {
  const field = clause.field.value;
  const operator = clause.operator?.value;
  if (operator === undefined) throw wrong('Error in the JQL Query: Expecting an operator.');
  if (/^(?:was|changed)/u.test(operator)) throw new NotModelled(`the JQL operator '${operator}'`);
  const isProperty = clause.field.properties && clause.field.properties.length > 0;
  const known = isProperty ? propertyField(clause.field, asker) : fieldNamed(field, asker);
  return known.condition({ field, operator, values: valuesOf(clause.operand ?? undefined) }, asker);
}

function condition(clause: Clause, asker: Asker): IssueCondition {
  switch (clause.clauseType) {
    case 'compound':
      return joined(
        clause.clauses.map((inner) => condition(inner, asker)),
        clause.operator.value === 'and' ? 'AND' : 'OR',
      );
    case 'not':
      return not(condition(clause.clause, asker));
    case 'terminal':
      return terminal(clause, asker);
  }
}

function sortTerm({ field, direction }: OrderByField, asker: Asker): SortTerm {
  const { sort } = fieldNamed(field.value, asker);
  if (sort === null) throw new NotModelled(`ORDER BY ${field.value}`);
  return { expression: sort, descending: direction?.value.toUpperCase() === 'DESC' };
}

/** What the asker may see at all, archived issues left out, as in every search. */
function visible({ site, viewer }: Asker): IssueCondition {
  const projects = site
    .projects()
    .filter((project) => project.archived !== true && viewer.may('BROWSE_PROJECTS', { projectId: project.id }));
  if (projects.length === 0) return NEVER;
  const marks = projects.map(() => '?').join(', ');
  return {
    text: `project_id IN (${marks}) AND archived = 0${viewer.seesRestricted ? '' : ' AND restricted = 0'}`,
    values: projects.map(({ id }) => id),
  };
}

/**
 * Understands a query by Atlassian's own grammar.
 *
 * @throws JiraRefusal when Jira refuses it, NotModelled when only the sandbox does.
 */
export function compileJql(jql: string, asker: Asker): CompiledJql {
  const { query, errors } = new JastBuilder().build(jql);
  const [error] = errors;
  if (error) throw wrong(`Error in the JQL Query: ${error.message}`);
  if (!query?.where) {
    throw wrong('Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
  }
  const asked = condition(query.where, asker);
  const order = (query.orderBy?.fields ?? []).map((field) => sortTerm(field, asker));
  const newestFirst = { expression: 'serial', descending: true };
  const last = order.at(-1);
  const ends = last?.expression === 'serial' ? [] : [{ ...newestFirst, descending: last?.descending ?? true }];
  return { where: joined([visible(asker), asked], 'AND'), order: [...order, ...ends] };
}
