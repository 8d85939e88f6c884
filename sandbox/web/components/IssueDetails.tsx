import { Avatar } from './Avatar';
import { PriorityIcon } from './Icons';
import type { ReactNode } from 'react';
import type { Issue, Version } from '../../api';
import type { PageContext } from '../pageContext';

interface DetailsProps {
  readonly page: PageContext;
  readonly issue: Issue;
}

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PersonValue({
  page,
  id,
  none,
}: {
  readonly page: PageContext;
  readonly id: string | null;
  readonly none: string;
}) {
  const person = id === null ? null : page.site.findPerson(id);
  if (person === null) return <span className="quiet">{none}</span>;
  return (
    <span className="person">
      <Avatar name={person.name} />
      {person.name}
    </span>
  );
}

function Tags({ page, values }: { readonly page: PageContext; readonly values: readonly string[] }) {
  if (values.length === 0) return <span className="quiet">{page.t('issue.none')}</span>;
  return (
    <ul className="tags">
      {values.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  );
}

function VersionValue({ page, version }: { readonly page: PageContext; readonly version: Version }) {
  const { t, formats } = page;
  return (
    <li>
      {version.name}
      <small className="quiet">
        {version.releaseDate !== null && <time dateTime={version.releaseDate}>{formats.day(version.releaseDate)}</time>}
        {version.releaseDate !== null && ', '}
        {t(version.released ? 'issue.released' : 'issue.unreleased')}
      </small>
    </li>
  );
}

function Times({ page, issue }: DetailsProps) {
  const { t, formats } = page;
  const times = [
    ['issue.estimate', issue.originalEstimateSeconds],
    ['issue.remaining', issue.remainingEstimateSeconds],
    ['issue.spent', issue.timeSpentSeconds],
  ] as const;
  return times.map(([name, seconds]) =>
    seconds === null ? null : (
      <Field key={name} name={t(name)}>
        {formats.duration(seconds)}
      </Field>
    ),
  );
}

function Dates({ page, issue }: DetailsProps) {
  const { t, formats } = page;
  const dates = [
    ['issue.created', issue.created],
    ['issue.updated', issue.updated],
    ['issue.resolved', issue.resolved],
  ] as const;
  return dates.map(([name, at]) =>
    at === null ? null : (
      <p key={name}>
        <time dateTime={at}>{t(name, { at: formats.instant(at) })}</time>
      </p>
    ),
  );
}

/** The fields beside the description. */
export function IssueDetails({ page, issue }: DetailsProps) {
  const { t, formats } = page;
  const none = <span className="quiet">{t('issue.none')}</span>;
  return (
    <aside className="details" aria-labelledby="details-heading" data-refresh="details">
      <h2 id="details-heading">{t('issue.details')}</h2>
      <dl>
        <Field name={t('issue.assignee')}>
          <PersonValue page={page} id={issue.assignee} none={t('issue.unassigned')} />
        </Field>
        <Field name={t('issue.reporter')}>
          <PersonValue page={page} id={issue.reporter} none={t('issue.none')} />
        </Field>
        <Field name={t('issue.priority')}>
          {issue.priority === null ? (
            none
          ) : (
            <span className="person">
              <PriorityIcon priority={issue.priority} />
              {issue.priority}
            </span>
          )}
        </Field>
        {issue.resolution !== null && <Field name={t('issue.resolution')}>{issue.resolution}</Field>}
        <Field name={t('issue.fixVersions')}>
          {issue.fixVersions.length === 0 ? (
            none
          ) : (
            <ul className="versions">
              {issue.fixVersions.map((version) => (
                <VersionValue key={version.id} page={page} version={version} />
              ))}
            </ul>
          )}
        </Field>
        <Field name={t('issue.components')}>
          <Tags page={page} values={issue.components} />
        </Field>
        <Field name={t('issue.labels')}>
          <Tags page={page} values={issue.labels} />
        </Field>
        <Field name={t('issue.dueDate')}>{issue.dueDate === null ? none : formats.day(issue.dueDate)}</Field>
        <Times page={page} issue={issue} />
        {issue.comments > 0 && <Field name={t('issue.comments')}>{formats.count(issue.comments)}</Field>}
      </dl>
      <div className="dates quiet">
        <Dates page={page} issue={issue} />
      </div>
    </aside>
  );
}
