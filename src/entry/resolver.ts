import Resolver from '@forge/resolver';
import { Refusal } from '../application/refusal';
import type { Handler } from './procedure';
import { reporting } from './procedure';

type Definitions = ReturnType<Resolver['getDefinitions']>;

/**
 * A module's resolver, which answers these procedures and no others. The platform's own also finds inherited names such
 * as `constructor`, so only names of the contract reach it.
 *
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/custom-ui-resolver/
 */
export function resolverOf(procedures: Readonly<Record<string, Handler<unknown>>>): Definitions {
  const resolver = new Resolver();
  for (const [name, handler] of Object.entries(procedures)) {
    resolver.define(name, ({ payload, context }) => handler(name, context['accountId'], payload, context['cloudId']));
  }
  const answer = resolver.getDefinitions();
  return (event, runtime) =>
    Object.hasOwn(procedures, event.call.functionKey)
      ? answer(event, runtime)
      : reporting('unknown procedure', () => Promise.reject(new Refusal('UNKNOWN_PROCEDURE')));
}
