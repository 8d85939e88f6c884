import Button from '@atlaskit/button/new';
import type { FeedbackDetail, FeedbackList, HistoryEntry } from '../../../../../../src/contract/feedback';
import type { Translate } from '../../../lib/i18n';
import { usePage } from '../../../lib/Page';
import type { Formats } from '../../../lib/formats';
import { titleOf } from '../state/excerpt';
import type { NameOf } from '../../../lib/useNames';

interface HistoryProps {
  readonly detail: FeedbackDetail;
  readonly list: FeedbackList;
  readonly nameOf: NameOf;
  readonly onOpen: (feedbackId: string) => void;
}

function otherTitle(t: Translate, id: string | null, { detail, list }: Pick<HistoryProps, 'detail' | 'list'>): string {
  const other = [...list.items, ...detail.mergedFrom].find((each) => each.id === id);
  return other === undefined ? t('history.otherItem') : t('history.quoted', { text: titleOf(t, other) });
}

function sentence(t: Translate, formats: Formats, entry: HistoryEntry, who: string, other: string): string {
  const values = {
    who,
    other,
    from: entry.from === null ? '' : t(`state.${entry.from}`),
    to: entry.to === null ? '' : t(`state.${entry.to}`),
    fields: formats.list(entry.fields.map((field) => t(`changed.${field}`))),
  };
  return t(`history.${entry.action}`, values);
}

function Entry({ entry, ...props }: HistoryProps & { readonly entry: HistoryEntry }) {
  const { t, formats } = usePage();
  const { other } = entry;
  return (
    <li className="event">
      <p>{sentence(t, formats, entry, props.nameOf(entry.by), otherTitle(t, other, props))}</p>
      {entry.reason === null ? null : <p className="prose quote">{entry.reason}</p>}
      {entry.previousText === null ? null : (
        <details>
          <summary>{t('history.before')}</summary>
          <p className="prose quote">{entry.previousText}</p>
        </details>
      )}
      <p className="meta">
        <time dateTime={entry.at}>{formats.moment(entry.at)}</time>
        {other === null ? null : (
          <Button appearance="subtle" spacing="compact" onClick={() => props.onOpen(other)}>
            {t('history.openOther')}
          </Button>
        )}
      </p>
    </li>
  );
}

/** Everything that was decided on the item, the latest first. */
export function History(props: HistoryProps) {
  const { t } = usePage();
  const entries = [...props.detail.history].sort((one, other) => other.version - one.version);
  return (
    <section aria-label={t('history.title')}>
      <h3 className="heading-small">{t('history.title')}</h3>
      <ol className="events" reversed>
        {entries.map((entry) => (
          <Entry key={entry.version} {...props} entry={entry} />
        ))}
      </ol>
    </section>
  );
}
