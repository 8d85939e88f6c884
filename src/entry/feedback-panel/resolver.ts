import Resolver from '@forge/resolver';
import { Refusal } from '../../application/refusal';
import { reporting } from '../procedure';
import { procedures } from './procedures';

const resolver = new Resolver();
for (const [name, handler] of Object.entries(procedures)) {
  resolver.define(name, ({ payload, context }) => handler(name, context['accountId'], payload));
}
const answer = resolver.getDefinitions();

type Call = Parameters<typeof answer>;

/**
 * Answers the feedback panel. The platform's resolver also finds inherited names such as `constructor`, so only names
 * of the contract reach it.
 *
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/custom-ui-resolver/
 */
export function feedbackResolver(...[event, runtime]: Call): Promise<unknown> {
  const { functionKey } = event.call;
  if (Object.hasOwn(procedures, functionKey)) return answer(event, runtime);
  return reporting('unknown procedure', () => Promise.reject(new Refusal('UNKNOWN_PROCEDURE')));
}
