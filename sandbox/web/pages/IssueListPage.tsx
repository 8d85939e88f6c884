import { Avatar } from '../components/Avatar';
import { TypeIcon } from '../components/Icons';
import { Layout } from '../components/Layout';
import { Lozenge } from '../components/Lozenge';
import { visibleIssues } from '../visibility';
import type { Issue, Project } from '../../api';
import type { PageContext } from '../pageContext';

const PAGE_SIZE = 50;

interface ListProps {
  readonly page: PageContext;
  readonly project: Project;
  readonly search: string;
  /** From 1; beyond the last page, the last is meant. */
  readonly pageNumber: number;
}

function SearchBox({ page, project, search }: Omit<ListProps, 'pageNumber'>) {
  const { t } = page;
  return (
    <form className="search" role="search" action={`/projects/${project.key}`}>
      <label className="hidden" htmlFor="search">
        {t('list.search')}
      </label>
      <input id="search" name="q" type="search" defaultValue={search} placeholder={t('list.search')} />
      <button className="button">{t('list.submit')}</button>
      {search !== '' && (
        <a className="button subtle" href={`/projects/${project.key}`}>
          {t('list.clear')}
        </a>
      )}
    </form>
  );
}

function Row({ page, issue }: { readonly page: PageContext; readonly issue: Issue }) {
  const assignee = issue.assignee === null ? null : page.site.findPerson(issue.assignee);
  return (
    <tr>
      <td className="cell-type">
        <TypeIcon type={issue.type} subtask={issue.subtask} />
      </td>
      <td className="cell-key">
        <a href={`/browse/${issue.key}`}>{issue.key}</a>
      </td>
      <td className="cell-summary">
        <a href={`/browse/${issue.key}`}>{issue.summary}</a>
      </td>
      <td className="cell-status">
        <Lozenge status={issue.status} category={issue.statusCategory} />
      </td>
      <td className="cell-person">
        {assignee === null ? (
          <span className="quiet">{page.t('issue.unassigned')}</span>
        ) : (
          <span className="person">
            <Avatar name={assignee.name} />
            {assignee.name}
          </span>
        )}
      </td>
    </tr>
  );
}

function Pager({ page, project, search, pageNumber, pages }: ListProps & { readonly pages: number }) {
  const { t, formats } = page;
  const address = (number: number) => {
    const query = new URLSearchParams({ ...(search !== '' && { q: search }), page: String(number) });
    return `/projects/${project.key}?${query.toString()}`;
  };
  return (
    <nav className="pager" aria-label={t('list.pages')}>
      {pageNumber > 1 && (
        <a className="button subtle" rel="prev" href={address(pageNumber - 1)}>
          {t('list.previous')}
        </a>
      )}
      <span>{t('list.page', { page: formats.count(pageNumber), pages: formats.count(pages) })}</span>
      {pageNumber < pages && (
        <a className="button subtle" rel="next" href={address(pageNumber + 1)}>
          {t('list.next')}
        </a>
      )}
    </nav>
  );
}

/** The work items of a project that the viewer may see, by pages. */
export function IssueListPage(props: ListProps) {
  const { page, project, search } = props;
  const { t, site, viewer } = page;
  const matching = search === '' ? {} : { text: search };
  const { total } = visibleIssues(site, viewer, project.id, { offset: 0, limit: 1, ...matching });
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const pageNumber = Math.min(props.pageNumber, pages);
  const offset = (pageNumber - 1) * PAGE_SIZE;
  const { issues } = visibleIssues(site, viewer, project.id, { offset, limit: PAGE_SIZE, ...matching });
  const crumbs = [{ label: t('nav.projects'), href: '/projects' }, { label: project.name }];
  return (
    <Layout page={page} title={project.name} crumbs={crumbs} project={project} current="issues">
      <h1>{t('nav.issues')}</h1>
      <SearchBox page={page} project={project} search={search} />
      <p className="quiet" role="status">
        {t('list.count', { total })}
      </p>
      {issues.length === 0 ? (
        <p className="empty">{t(search === '' ? 'list.empty' : 'list.none')}</p>
      ) : (
        <table className="table issue-table">
          <thead>
            <tr>
              {(['type', 'key', 'summary', 'status', 'assignee'] as const).map((column) => (
                <th key={column} scope="col" className={`head-${column}`}>
                  {t(`list.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {issues.map((issue) => (
              <Row key={issue.id} page={page} issue={issue} />
            ))}
          </tbody>
        </table>
      )}
      {pages > 1 && <Pager {...props} pageNumber={pageNumber} pages={pages} />}
    </Layout>
  );
}
