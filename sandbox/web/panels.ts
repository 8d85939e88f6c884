import { z } from 'zod';
import { readResource } from './frame/assets';
import type { Issue } from '../api';
import type { ShownPanel } from './components/AppPanel';
import type { PageContext } from './pageContext';
import type { SiteContext } from './siteContext';
import type { IssuePanel } from './surfaces';

const permission = z.enum([
  'BROWSE_PROJECTS',
  'EDIT_ISSUES',
  'CREATE_ISSUES',
  'LINK_ISSUES',
  'ADD_COMMENTS',
  'ADMINISTER_PROJECTS',
]);

/** Whether the panel's display conditions hold; one that is not modelled counts as held and makes the run incomplete. */
function isDisplayed(panel: IssuePanel, page: PageContext, issue: Issue, site: SiteContext): boolean {
  return Object.entries(panel.displayConditions).every(([name, value]) => {
    const wanted = permission.safeParse(value);
    if (name === 'hasProjectPermission' && wanted.success) {
      return page.site.allows(page.viewer.accountId, wanted.data, { projectId: issue.projectId });
    }
    if (name === 'hasIssuePermission' && wanted.success) {
      return page.site.allows(page.viewer.accountId, wanted.data, { issue });
    }
    site.incompleteness.add(`The display condition "${name}" of the panel "${panel.key}" is not modelled.`);
    return true;
  });
}

/** The app's panels on the issue's page, as the viewer is to see them. */
export async function panelsFor(page: PageContext, issue: Issue, site: SiteContext): Promise<readonly ShownPanel[]> {
  const { surfaces, sandbox, frameOrigin } = site;
  const shown = surfaces.issuePanels.filter((panel) => isDisplayed(panel, page, issue, site));
  return Promise.all(
    shown.map(async ({ key, title, icon, page: file }) => {
      const isBuilt = (await readResource(surfaces, file)) !== null;
      const context = sandbox.pageContext({
        moduleKey: key,
        accountId: page.viewer.accountId,
        issueIdOrKey: issue.id,
      });
      return {
        key,
        title: surfaces.translate(title, page.locale),
        icon: icon === null ? null : `${frameOrigin}/app/${icon.resource}/${icon.file}`,
        source: isBuilt ? `${frameOrigin}/app/${file.resource}/${file.file}` : null,
        file: file.file,
        context: { ...context, siteUrl: site.siteOrigin, locale: page.locale },
      };
    }),
  );
}
