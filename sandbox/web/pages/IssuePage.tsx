import { AppContext, AppPanel } from '../components/AppPanel';
import { FrameData } from '../components/FrameData';
import { TypeIcon } from '../components/Icons';
import { IssueDetails } from '../components/IssueDetails';
import { IssueHistory } from '../components/IssueHistory';
import { IssueLinks } from '../components/IssueLinks';
import { IssueRow } from '../components/IssueRow';
import { Layout } from '../components/Layout';
import { Lozenge } from '../components/Lozenge';
import type { Issue, Project } from '../../api';
import type { PageContext } from '../pageContext';
import type { IssuePanels } from '../panels';

interface IssueProps {
  readonly page: PageContext;
  readonly project: Project;
  readonly issue: Issue;
  readonly shown: IssuePanels;
}

function Description({ page, issue }: Pick<IssueProps, 'page' | 'issue'>) {
  return (
    <section aria-labelledby="description-heading">
      <h2 id="description-heading">{page.t('issue.description')}</h2>
      {issue.description === null || issue.description.trim() === '' ? (
        <p className="quiet">{page.t('issue.noDescription')}</p>
      ) : (
        <p className="description">{issue.description}</p>
      )}
    </section>
  );
}

function Subtasks({ page, issue }: Pick<IssueProps, 'page' | 'issue'>) {
  const subtasks = page.site
    .children(issue.key)
    .filter((child) => page.site.allows(page.viewer.accountId, 'BROWSE_PROJECTS', { issue: child }));
  if (subtasks.length === 0) return null;
  return (
    <section aria-labelledby="subtasks-heading">
      <h2 id="subtasks-heading">{page.t('issue.subtasks')}</h2>
      <ul className="issue-rows">
        {subtasks.map((subtask) => (
          <IssueRow key={subtask.id} issue={subtask} />
        ))}
      </ul>
    </section>
  );
}

/** The issue view. */
export function IssuePage({ page, project, issue, shown }: IssueProps) {
  const { t } = page;
  const frames = [...shown.panels, ...shown.contexts].map(({ key, context }) => {
    return { name: key, key, place: { issueId: issue.id }, context };
  });
  const crumbs = [
    { label: t('nav.projects'), href: '/projects' },
    { label: project.name, href: `/projects/${project.key}` },
    ...(issue.parentKey === null ? [] : [{ label: issue.parentKey, href: `/browse/${issue.parentKey}` }]),
    { label: issue.key },
  ];
  return (
    <Layout page={page} title={`[${issue.key}] ${issue.summary}`} crumbs={crumbs} project={project} current="issues">
      <div className="issue">
        <div className="issue-main">
          <header data-refresh="head">
            <h1>{issue.summary}</h1>
            <p className="issue-line">
              <TypeIcon type={issue.type} subtask={issue.subtask} />
              <span>{issue.type}</span>
              <Lozenge status={issue.status} category={issue.statusCategory} />
              {issue.restricted && <span className="restricted">{t('issue.restricted')}</span>}
            </p>
          </header>
          <Description page={page} issue={issue} />
          {shown.panels.map((panel) => (
            <AppPanel key={panel.key} page={page} panel={panel} />
          ))}
          <Subtasks page={page} issue={issue} />
          <IssueLinks page={page} issue={issue} />
          <IssueHistory page={page} issue={issue} />
        </div>
        <div className="issue-side">
          <IssueDetails page={page} issue={issue} />
          {shown.contexts.map((panel) => (
            <AppContext key={panel.key} page={page} panel={panel} />
          ))}
        </div>
      </div>
      <FrameData page={page} frames={frames} />
    </Layout>
  );
}
