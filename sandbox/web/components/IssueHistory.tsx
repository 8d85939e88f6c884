import { Avatar } from './Avatar';
import { Chevron } from './Icons';
import type { Change, Issue } from '../../api';
import type { PageContext } from '../pageContext';

function Entry({ page, change }: { readonly page: PageContext; readonly change: Change }) {
  const { t, formats } = page;
  const name = (change.by === null ? null : page.site.findPerson(change.by))?.name ?? t('issue.somebody');
  return (
    <li>
      <Avatar name={name} />
      <div>
        <p>
          <strong>{name}</strong> {t('issue.changed', { field: change.field })}{' '}
          <time className="quiet" dateTime={change.at}>
            {formats.instant(change.at)}
          </time>
        </p>
        {(change.from ?? change.to) !== null && (
          <p className="change">
            <del>{change.from ?? t('issue.nothing')}</del>
            <span aria-hidden="true">→</span>
            <ins>{change.to ?? t('issue.nothing')}</ins>
          </p>
        )}
      </div>
    </li>
  );
}

/** What changed on the issue, the latest first; closed until somebody asks. */
export function IssueHistory({ page, issue }: { readonly page: PageContext; readonly issue: Issue }) {
  const { t } = page;
  const changes = page.site.history(issue.id).toSorted((a, b) => b.at.localeCompare(a.at));
  return (
    <details className="history">
      <summary>
        <h2>{t('issue.history')}</h2>
        <span className="quiet">{t('issue.historyCount', { count: changes.length })}</span>
        <Chevron />
      </summary>
      <ol>
        {changes.map((change, index) => (
          <Entry key={index} page={page} change={change} />
        ))}
      </ol>
    </details>
  );
}
