import type { ChangeHistoryEntry } from '../../../../../../src/contract/change';
import { usePage } from '../../../lib/Page';
import type { Formats } from '../../../lib/formats';
import type { Translate } from '../../../lib/i18n';
import type { NameOf } from '../../../lib/useNames';

function fieldName(t: Translate, field: string): string {
  const names: Readonly<Record<string, string>> = {
    title: t('change.field.title'),
    from: t('change.field.from'),
    to: t('change.field.to'),
    reason: t('change.field.reason'),
    source: t('change.field.source'),
    requestedBy: t('change.field.requestedBy'),
    urgency: t('change.field.urgency'),
    requirements: t('change.field.requirements'),
    validUntil: t('change.field.validUntil'),
    ifNot: t('change.field.ifNot'),
    options: t('change.field.options'),
  };
  return names[field] ?? field;
}

function sentence(t: Translate, formats: Formats, entry: ChangeHistoryEntry, who: string): string {
  const values = {
    who,
    from: entry.from === null ? '' : t(`change.state.${entry.from}`),
    to: entry.to === null ? '' : t(`change.state.${entry.to}`),
    fields: formats.list(entry.fields.map((field) => fieldName(t, field))),
  };
  return t(`change.history.${entry.action}`, values);
}

interface ChangeHistoryProps {
  readonly history: readonly ChangeHistoryEntry[];
  readonly nameOf: NameOf;
}

/** Every step of the change request, the latest first. */
export function ChangeHistory({ history, nameOf }: ChangeHistoryProps) {
  const { t, formats } = usePage();
  const entries = [...history].sort((one, other) => other.version - one.version);
  return (
    <section aria-label={t('history.title')}>
      <h3 className="heading-small">{t('history.title')}</h3>
      <ol className="events" reversed>
        {entries.map((entry) => (
          <li key={entry.version} className="event">
            <p>{sentence(t, formats, entry, nameOf(entry.by))}</p>
            {entry.reason === null ? null : <p className="prose quote">{entry.reason}</p>}
            <p className="meta">
              <time dateTime={entry.at}>{formats.moment(entry.at)}</time>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
