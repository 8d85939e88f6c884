import { getAppContext } from '@forge/api';

/** Milliseconds that the platform lets this invocation still run. */
export function remainingMilliseconds(): number {
  return getAppContext().invocationRemainingTimeInMillis();
}
