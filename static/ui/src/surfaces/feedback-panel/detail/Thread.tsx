import type { ReactNode } from 'react';
import type { ThreadEntry } from '../../../../../../src/contract/feedback';
import { usePage } from '../../../lib/Page';
import type { NameOf } from '../../../lib/useNames';

interface ThreadProps {
  readonly title: string;
  /** Who reads it; stands beside the title. */
  readonly audience: string;
  readonly symbol: ReactNode;
  readonly tone: 'client' | 'team';
  readonly entries: readonly ThreadEntry[];
  readonly emptyText: string;
  readonly nameOf: NameOf;
}

/** Texts of one kind, oldest first, marked with who reads them. */
export function Thread({ title, audience, symbol, tone, entries, emptyText, nameOf }: ThreadProps) {
  const { t, formats } = usePage();
  return (
    <section className={`thread thread-${tone}`} aria-label={title}>
      <div className="thread-head">
        <h3 className="heading-small">{title}</h3>
        <span className="audience">
          {symbol}
          {audience}
        </span>
      </div>
      {entries.length === 0 ? <p className="quiet">{emptyText}</p> : null}
      {entries.map((entry) => (
        <article key={`${entry.at} ${entry.by ?? ''}`} className="entry">
          <p className="meta">
            <span className="name">{nameOf(entry.by)}</span>
            <time dateTime={entry.at}>{formats.moment(entry.at)}</time>
          </p>
          <p className="prose">{entry.text ?? t('item.erasedText')}</p>
        </article>
      ))}
    </section>
  );
}
