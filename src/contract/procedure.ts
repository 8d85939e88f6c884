import type { z } from 'zod';

/** The least a caller must hold on the issue, for `administer` on its project, for `administerSite` on the site. */
export type Requirement = 'view' | 'edit' | 'administer' | 'administerSite';

/** `repair` writes only what follows from what is there: on sound data it changes nothing. */
export type Effect = 'read' | 'write' | 'repair';

export interface Procedure<Input extends z.ZodType = z.ZodType> {
  readonly input: Input;
  readonly requires: Requirement;
  readonly effect: Effect;
}

/** An entry of a table of procedures; its schema is built when it is first asked for, since a process answers few of them. */
export function procedure<Input extends z.ZodType>(
  requires: Requirement,
  effect: Effect,
  build: () => Input,
): Procedure<Input> {
  let built: Input | null = null;
  return {
    requires,
    effect,
    get input() {
      built ??= build();
      return built;
    },
  };
}
