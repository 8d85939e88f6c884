import type { IssueCondition } from '../../api';

export const NEVER: IssueCondition = { text: '0', values: [] };

export function not({ text, values }: IssueCondition): IssueCondition {
  return { text: `NOT (${text})`, values };
}

export function joined(conditions: readonly IssueCondition[], word: 'AND' | 'OR'): IssueCondition {
  return {
    text: `(${conditions.map(({ text }) => text).join(` ${word} `)})`,
    values: conditions.flatMap(({ values }) => values),
  };
}

/** A column that holds one of the values. */
export function oneOf(column: string, values: readonly (string | number)[]): IssueCondition {
  if (values.length === 0) return NEVER;
  return { text: `(${column} IS NOT NULL AND ${column} IN (${values.map(() => '?').join(', ')}))`, values };
}

/** A list in the document with an element whose expression is one of the values. */
export function anyElement(list: string, expression: string, values: readonly string[]): IssueCondition {
  const marks = values.map(() => '?').join(', ');
  return {
    text: `EXISTS (SELECT 1 FROM json_each(document, '$.${list}') WHERE ${expression} IN (${marks}))`,
    values,
  };
}
