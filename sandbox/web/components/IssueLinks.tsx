import { findVisibleIssue } from '../visibility';
import { IssueRow } from './IssueRow';
import type { Issue, IssueLink } from '../../api';
import type { PageContext } from '../pageContext';

function wordsOf(link: IssueLink): string {
  return link.direction === 'outward' ? link.outward : link.inward;
}

/** Links that may be shown: those to issues the viewer sees, and those to issues the site does not hold. */
function shownLinks(page: PageContext, issue: Issue) {
  return page.site.links(issue.id).flatMap((link) => {
    const other = findVisibleIssue(page.site, page.viewer, link.otherKey);
    const isHidden = other === null && page.site.findIssue(link.otherKey) !== null;
    return isHidden ? [] : [{ link, other }];
  });
}

/** The issue's links both ways, grouped by the words of the link. */
export function IssueLinks({ page, issue }: { readonly page: PageContext; readonly issue: Issue }) {
  const { t } = page;
  const links = shownLinks(page, issue);
  if (links.length === 0) return null;
  const groups = [...new Set(links.map(({ link }) => wordsOf(link)))].sort();
  return (
    <section aria-labelledby="links-heading">
      <h2 id="links-heading">{t('issue.links')}</h2>
      {groups.map((words) => (
        <div key={words} className="link-group">
          <h3>{words}</h3>
          <ul className="issue-rows">
            {links
              .filter(({ link }) => wordsOf(link) === words)
              .map(({ link, other }) =>
                other === null ? (
                  <li key={link.id} className="issue-row">
                    <span className="issue-row-key">{link.otherKey}</span>
                    <span className="issue-row-summary quiet">{t('issue.notOnSite')}</span>
                  </li>
                ) : (
                  <IssueRow key={link.id} issue={other} />
                ),
              )}
          </ul>
        </div>
      ))}
    </section>
  );
}
