import type { ClientView, ContactView } from '../../../../../src/contract/feedback';
import type { Translate } from '../../lib/i18n';

export function clientName(t: Translate, client: ClientView): string {
  return client.name ?? t('contact.erasedClient');
}

/** The person and the organisation, with words in the place of erased names. */
export function contactName(t: Translate, contact: ContactView): string {
  return t('contact.ofClient', {
    contact: contact.name ?? t('contact.erased'),
    client: clientName(t, contact.client),
  });
}
