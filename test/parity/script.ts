import type { ProcedureName, ProcedurePayload } from '../../src/contract/procedures';

/** What the history does; tells which procedures it has used. */
export interface Script {
  readonly send: <Name extends ProcedureName>(
    name: Name,
    payload: ProcedurePayload<Name>,
    as?: string,
  ) => Promise<unknown>;
  readonly commandId: () => string;
}

/** The id of what a procedure answered with. */
export function idOf(answer: unknown): string {
  const data: unknown = Reflect.get(Object(answer), 'data');
  return String(Reflect.get(Object(data), 'id'));
}
