import Button from '@atlaskit/button/new';
import type { MergedItem } from '../../../../../../src/contract/feedback';
import { usePage } from '../../../lib/Page';
import { contactName } from '../../../components/contact/contactName';
import { titleOf } from '../state/excerpt';

interface AskedByProps {
  readonly items: readonly MergedItem[];
  readonly onOpen: (feedbackId: string) => void;
}

/** Those whose feedback was merged into this one: they asked too. */
export function AskedBy({ items, onOpen }: AskedByProps) {
  const { t } = usePage();
  if (items.length === 0) return null;
  return (
    <section aria-label={t('askedBy.title')}>
      <h3 className="heading-small">{t('askedBy.title')}</h3>
      <ul className="askers">
        {items.map((item) => (
          <li key={item.id} className="asker">
            <span>
              <span className="name">{contactName(t, item.contact)}</span>
              <span className="quiet clamped">{titleOf(t, item)}</span>
            </span>
            <Button
              appearance="subtle"
              spacing="compact"
              aria-label={t('askedBy.open', { contact: contactName(t, item.contact) })}
              onClick={() => onOpen(item.id)}
            >
              {t('askedBy.openShort')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
