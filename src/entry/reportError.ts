import { randomUUID } from 'node:crypto';
import { logFailure } from '../adapters/log/log';
import { Refusal } from '../application/refusal';
import type { ProcedureError } from '../contract/errors';
import { RuleViolation } from '../domain/violation';

/** Refusals that are nobody's fault but the machinery's: their cause belongs into the log. */
const WORTH_LOGGING = new Set(['INTERNAL', 'STORAGE_UNAVAILABLE', 'STORAGE_NOT_READY', 'JIRA_UNAVAILABLE', 'BUSY']);

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof RuleViolation) return new Refusal(error.code, { cause: error });
  return new Refusal('INTERNAL', { cause: error });
}

/** The class of an error and where it arose: enough to find the fault, and nothing a person wrote. */
function trace(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const places = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [error.name, ...places.slice(0, 6).map((line) => line.trim())].join(' ');
}

/** What the caller is told of a failure; what helps to mend it goes into the log under the same reference. */
export function reportError(error: unknown, procedure: string): ProcedureError {
  const { code, details } = asRefusal(error);
  const reference = randomUUID().slice(0, 8);
  if (WORTH_LOGGING.has(code)) logFailure(`${reference} ${procedure} ${code}: ${trace(details.cause)}`);
  return {
    code,
    reference,
    ...(details.fields === undefined ? {} : { fields: details.fields }),
    ...(details.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: details.retryAfterSeconds }),
    ...(details.current === undefined ? {} : { current: details.current }),
    ...(details.currentSettings === undefined ? {} : { currentSettings: details.currentSettings }),
    ...(details.currentChange === undefined ? {} : { currentChange: details.currentChange }),
    ...(details.currentClient === undefined ? {} : { currentClient: details.currentClient }),
    ...(details.currentContact === undefined ? {} : { currentContact: details.currentContact }),
  };
}
