import type { Operand } from '@atlaskit/jql-ast';
import { NotModelled } from '../answer';
import { wrong } from './refusal';

/** What stands on the right of an operator: texts and function calls, or emptiness. */
export interface GivenValue {
  readonly text: string;
  /** The arguments, where it is a function. */
  readonly call: readonly string[] | null;
}

export const EMPTY = 'empty';

/** @returns the values in order, or `EMPTY` for the keyword. */
export function valuesOf(operand: Operand | undefined): readonly GivenValue[] | typeof EMPTY {
  switch (operand?.operandType) {
    case 'value':
      return [{ text: operand.value, call: null }];
    case 'keyword':
      return EMPTY;
    case 'function':
      return [
        { text: operand.function.value.toLowerCase(), call: operand.arguments.map((argument) => argument.value) },
      ];
    case 'list':
      return operand.values.flatMap((value) => {
        const inner = valuesOf(value);
        if (inner === EMPTY) throw new NotModelled('EMPTY in a list of JQL');
        return inner;
      });
    case undefined:
      throw wrong('Error in the JQL Query: Expecting a value.');
  }
}
