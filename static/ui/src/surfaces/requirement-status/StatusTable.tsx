import type { RequirementStatus } from '../../../../../src/contract/summary';
import { openIssue } from '../../lib/bridge';
import { usePage } from '../../lib/Page';

interface RowProps {
  readonly requirement: RequirementStatus;
}

function KeyLink({ requirement: { key } }: RowProps) {
  const { context } = usePage();
  return (
    <a
      href={`${context.siteUrl}/browse/${encodeURIComponent(key)}`}
      onClick={(event) => {
        event.preventDefault();
        void openIssue(key);
      }}
    >
      {key}
    </a>
  );
}

function Progress({ requirement: { progress, key } }: RowProps) {
  const { t } = usePage();
  if (progress === null) return <span className="quiet">{t('status.noWork')}</span>;
  return (
    <span className="progress">
      <progress max={progress.total} value={progress.done} aria-label={t('status.progressOf', { key })} />
      <span>{t('status.progress', { done: progress.done, total: progress.total })}</span>
    </span>
  );
}

function Milestone({ requirement: { milestone } }: RowProps) {
  const { formats, t } = usePage();
  if (milestone === null) return <span className="quiet">{t('status.noMilestone')}</span>;
  const { name, releaseDate } = milestone;
  return (
    <>
      {name}
      {releaseDate === null ? null : <span className="quiet"> {formats.day(releaseDate)}</span>}
    </>
  );
}

function Feedback({ requirement: { openFeedback, overdueFeedback } }: RowProps) {
  const { t, formats } = usePage();
  if (openFeedback === 0) return <span className="quiet">{formats.number(0)}</span>;
  return (
    <>
      {formats.number(openFeedback)}
      {overdueFeedback === 0 ? null : (
        <span className="overdue"> {t('status.overdue', { count: overdueFeedback })}</span>
      )}
    </>
  );
}

const COLUMNS = ['key', 'summary', 'status', 'progress', 'milestone', 'feedback'] as const;

interface TableProps {
  readonly caption: string;
  readonly requirements: readonly RequirementStatus[];
}

/** One row a requirement, in the order of the source. */
export function StatusTable({ caption, requirements }: TableProps) {
  const { t } = usePage();
  return (
    <div className="table-scroll">
      <table className="status-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`status.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {requirements.map((requirement) => (
            <tr key={requirement.id}>
              <th scope="row">
                <KeyLink requirement={requirement} />
              </th>
              <td>{requirement.summary}</td>
              <td>
                <span className={`category category-${requirement.statusCategory}`}>{requirement.status}</span>
              </td>
              <td>
                <Progress requirement={requirement} />
              </td>
              <td>
                <Milestone requirement={requirement} />
              </td>
              <td>
                <Feedback requirement={requirement} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
