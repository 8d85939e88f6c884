import type { DateTime } from 'luxon';
import type { IssueCondition } from '../../api';
import {
  categoryKey,
  issueId,
  issueKey,
  personId,
  projectId,
  statusName,
  usedName,
  versionIds,
  type Asker,
} from './asker';
import { anyElement, joined, not, oneOf } from './conditions';
import { momentOf, momentOfFunction } from './moments';
import { NotModelled } from '../answer';
import { wrong } from './refusal';
import { EMPTY, type GivenValue } from './values';

/** What a clause says of a field. */
export interface Demand {
  readonly field: string;
  readonly operator: string;
  readonly values: readonly GivenValue[] | typeof EMPTY;
}

/** A field of JQL: how a clause on it becomes a condition, and by what it sorts. */
export interface JqlField {
  condition(demand: Demand, asker: Asker): IssueCondition;
  /** Never null. */
  readonly sort: string | null;
}

function unsupported({ field, operator }: Demand): Error {
  return wrong(`The operator '${operator}' is not supported by the '${field}' field.`);
}

function plainText({ text, call }: GivenValue): string {
  if (call !== null) throw new NotModelled(`the JQL function ${text}()`);
  return text;
}

/** `=`, `!=`, `IN`, `NOT IN` and emptiness. Who asks for what is not so does not get what is empty. */
function equality(demand: Demand, filled: IssueCondition, matches: (values: readonly GivenValue[]) => IssueCondition) {
  const { operator, values } = demand;
  const negative = operator === '!=' || operator === 'not in' || operator === 'is not';
  if (!['=', '!=', 'in', 'not in', 'is', 'is not'].includes(operator)) throw unsupported(demand);
  if (values === EMPTY) return negative ? filled : not(filled);
  if (operator.startsWith('is')) throw unsupported(demand);
  return negative ? joined([filled, not(matches(values))], 'AND') : matches(values);
}

function column(
  name: string,
  resolve: (asker: Asker, text: string, field: string) => string,
  sort: string | null = `coalesce(${name}, '')`,
): JqlField {
  return {
    sort,
    condition: (demand, asker) =>
      equality(demand, { text: `${name} IS NOT NULL`, values: [] }, (values) =>
        oneOf(
          name,
          values.map((value) => resolve(asker, plainText(value), demand.field)),
        ),
      ),
  };
}

function used(name: string): JqlField {
  return { ...column(`lower(${name})`, usedName(name)), sort: `coalesce(${name}, '')` };
}

function person(name: string): JqlField {
  return {
    sort: `coalesce(${name}, '')`,
    condition: (demand, asker) =>
      equality(demand, { text: `${name} IS NOT NULL`, values: [] }, (values) =>
        oneOf(
          name,
          values.map((value) => personId(asker, value)),
        ),
      ),
  };
}

function list(
  name: string,
  element: string,
  resolve: (asker: Asker, text: string, field: string) => readonly string[],
): JqlField {
  return {
    sort: null,
    condition: (demand, asker) =>
      equality(demand, { text: `json_array_length(document, '$.${name}') > 0`, values: [] }, (values) =>
        anyElement(
          name,
          element,
          values.flatMap((value) => resolve(asker, plainText(value), demand.field)),
        ),
      ),
  };
}

/** A moment, or a day in the asker's time zone. */
function date(name: string, kind: 'moment' | 'day'): JqlField {
  const shown = (moment: DateTime) =>
    kind === 'day' ? (moment.toISODate() ?? '') : (moment.toUTC().toISO({ suppressMilliseconds: false }) ?? '');
  const valueOf = (asker: Asker, { text, call }: GivenValue, field: string) =>
    shown(call === null ? momentOf(text, field, asker) : momentOfFunction(text, call, asker));
  return {
    // What every issue has is sorted by its index.
    sort: name === 'created' || name === 'updated' ? name : `coalesce(${name}, '')`,
    condition: (demand, asker) => {
      const { field, operator, values } = demand;
      const filled = { text: `${name} IS NOT NULL`, values: [] };
      const compared = ['<', '>', '<=', '>='].includes(operator);
      if (!compared) {
        return equality(demand, filled, (given) =>
          oneOf(
            name,
            given.map((value) => valueOf(asker, value, field)),
          ),
        );
      }
      const value = values === EMPTY ? undefined : values[0];
      if (!value) throw unsupported(demand);
      return { text: `(${name} IS NOT NULL AND ${name} ${operator} ?)`, values: [valueOf(asker, value, field)] };
    },
  };
}

/** Text that is compared as a whole, whatever it is. */
export function textColumn(expression: string): JqlField {
  return column(expression, (_asker, text) => text);
}

function numberFrom(value: GivenValue, field: string): number {
  const number = Number(plainText(value));
  if (!Number.isFinite(number)) throw wrong(`The value '${value.text}' for the field '${field}' is not a number.`);
  return number;
}

/** A number; what has none is found by emptiness only. */
export function numberColumn(expression: string): JqlField {
  const filled = { text: `${expression} IS NOT NULL`, values: [] };
  return {
    sort: `coalesce(${expression}, -1)`,
    condition: (demand) => {
      const { field, operator, values } = demand;
      if (!['<', '>', '<=', '>='].includes(operator)) {
        const numbers = (given: readonly GivenValue[]) => given.map((value) => numberFrom(value, field));
        return equality(demand, filled, (given) => oneOf(expression, numbers(given)));
      }
      const value = values === EMPTY ? undefined : values[0];
      if (!value) throw unsupported(demand);
      return { text: `${expression} ${operator} ?`, values: [numberFrom(value, field)] };
    },
  };
}

/** `~`: every word somewhere in the text. */
function words(expression: string): JqlField {
  return {
    sort: expression,
    condition: (demand) => {
      const { operator, values } = demand;
      if ((operator !== '~' && operator !== '!~') || values === EMPTY) throw unsupported(demand);
      const texts = values.map(plainText).flatMap((text) => text.replace(/["*?]/gu, ' ').toLowerCase().split(/\s+/u));
      const contains = texts
        .filter((text) => text !== '')
        .map((text) => ({ text: `instr(lower(${expression}), ?) > 0`, values: [text] }));
      const all = contains.length === 0 ? { text: '1', values: [] } : joined(contains, 'AND');
      return operator === '~' ? all : not(all);
    },
  };
}

const issue: JqlField = {
  sort: 'serial',
  condition: (demand, asker) => {
    const { operator, values, field } = demand;
    if (!['<', '>', '<=', '>='].includes(operator)) return column('id', issueId).condition(demand, asker);
    const value = values === EMPTY ? undefined : values[0];
    if (!value || !/^\d+$/u.test(value.text)) throw new NotModelled(`'${operator}' on '${field}' but for ids in JQL`);
    return { text: `serial ${operator} ?`, values: [Number(value.text)] };
  },
};
const itself = (_asker: Asker, text: string) => [text.toLowerCase()];
const summary = `json_extract(document, '$.summary')`;
const description = `coalesce(json_extract(document, '$.description'), '')`;
const key: JqlField = { ...issue, sort: `(project_id || '/' || printf('%012d', number))` };
const resolved = date('resolved', 'moment');
const due = date('due', 'day');
const type = used('type');

/** By their names in lower case. */
export const FIELDS: Readonly<Record<string, JqlField>> = {
  project: column('project_id', projectId, 'project_id'),
  id: issue,
  key,
  issue: key,
  issuekey: key,
  type,
  issuetype: type,
  status: column('status', statusName),
  statuscategory: column('category', categoryKey),
  priority: used('priority'),
  resolution: used('resolution'),
  parent: column('parent_key', issueKey),
  assignee: person('assignee'),
  reporter: person('reporter'),
  creator: person('reporter'),
  created: date('created', 'moment'),
  updated: date('updated', 'moment'),
  resolved,
  resolutiondate: resolved,
  due,
  duedate: due,
  fixversion: list('fixVersions', `value ->> 'id'`, versionIds),
  component: list('components', 'lower(value)', itself),
  labels: list('labels', 'lower(value)', itself),
  summary: words(summary),
  description: words(description),
  text: words(`(${summary} || char(10) || ${description})`),
};
