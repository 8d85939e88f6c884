import type { ContactDetails } from '../../contract/register';
import type { ErasableRef } from '../../domain/journal/event';
import type { Attempt } from '../attempt';

function asJson({ role, language, timeZone, channel, hours }: ContactDetails): string {
  return JSON.stringify({ role, language, timeZone, channel, hours });
}

const NOTHING = asJson({ role: null, language: null, timeZone: null, channel: null, hours: null });

/**
 * Keeps what is known of a person as one value that can be erased.
 *
 * @returns undefined where nothing changes, null where nothing is known any more
 */
export function keptDetails(
  wanted: ContactDetails,
  known: ContactDetails | null,
  attempt: Attempt,
): ErasableRef | null | undefined {
  const next = asJson(wanted);
  if (next === (known === null ? NOTHING : asJson(known))) return undefined;
  return next === NOTHING ? null : attempt.keep('text', next);
}
