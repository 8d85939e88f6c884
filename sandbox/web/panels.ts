import { z } from 'zod';
import { readResource } from './frame/assets';
import type { Issue, Project, ShownAt } from '../api';
import type { ContextStatus, ShownContext, ShownPanel } from './components/AppPanel';
import type { PageContext } from './pageContext';
import type { SiteContext } from './siteContext';
import type { AppModule } from './surfaces';

const permission = z.enum([
  'BROWSE_PROJECTS',
  'EDIT_ISSUES',
  'CREATE_ISSUES',
  'LINK_ISSUES',
  'ADD_COMMENTS',
  'ADMINISTER_PROJECTS',
]);
const status = z.object({
  status: z.object({
    type: z.enum(['badge', 'lozenge']),
    value: z.object({
      label: z.string(),
      type: z.enum(['default', 'inprogress', 'moved', 'new', 'removed', 'success']).default('default'),
    }),
  }),
});

/** What the app shows on one issue's page, as the viewer is to see it. */
export interface IssuePanels {
  readonly panels: readonly ShownPanel[];
  /** What folds out beside the fields. */
  readonly contexts: readonly ShownContext[];
}

/** Whether the panel's display conditions hold; one that is not modelled counts as held and makes the run incomplete. */
function isDisplayed(panel: AppModule, page: PageContext, issue: Issue, site: SiteContext): boolean {
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

async function shownModule(
  module: AppModule,
  page: PageContext,
  place: ShownAt,
  site: SiteContext,
): Promise<ShownPanel> {
  const { surfaces, sandbox, frameOrigin } = site;
  const { key, title, icon, page: file } = module;
  const isBuilt = (await readResource(surfaces, file)) !== null;
  const context = sandbox.pageContext({ moduleKey: key, accountId: page.viewer.accountId, ...place });
  return {
    key,
    title: surfaces.translate(title, page.locale),
    icon: icon === null ? null : `${frameOrigin}/app/${icon.resource}/${icon.file}`,
    source: isBuilt ? `${frameOrigin}/app/${file.resource}/${file.file}` : null,
    file: file.file,
    context: { ...context, siteUrl: site.siteOrigin, locale: page.locale },
  };
}

/** The badge beside a label; a function that fails or answers something else leaves the label alone. */
async function statusOf(
  key: string,
  page: PageContext,
  issue: Issue,
  site: SiteContext,
): Promise<ContextStatus | null> {
  const { accountId } = page.viewer;
  try {
    const answer = await site.sandbox.dynamicProperties({ moduleKey: key, accountId, issueIdOrKey: issue.id });
    if (answer === null) return null;
    const { type: shape, value } = status.parse(answer).status;
    return { shape, label: value.label, tone: value.type };
  } catch {
    return null;
  }
}

/** The app's panels on the issue's page, as the viewer is to see them. */
export async function panelsFor(page: PageContext, issue: Issue, site: SiteContext): Promise<IssuePanels> {
  const { surfaces } = site;
  const displayed = (panel: AppModule): boolean => isDisplayed(panel, page, issue, site);
  const [panels, contexts] = await Promise.all([
    Promise.all(
      surfaces.issuePanels.filter(displayed).map((panel) => shownModule(panel, page, { issueIdOrKey: issue.id }, site)),
    ),
    Promise.all(
      surfaces.issueContexts.filter(displayed).map(async (module) => ({
        ...(await shownModule(module, page, { issueIdOrKey: issue.id }, site)),
        label: surfaces.translate(module.label, page.locale),
        status: await statusOf(module.key, page, issue, site),
      })),
    ),
  ]);
  return { panels, contexts };
}

/** The app's page of that key in the project's settings; null when the app has none. */
export async function projectSettingsPage(
  page: PageContext,
  project: Project,
  key: string,
  site: SiteContext,
): Promise<ShownPanel | null> {
  const module = site.surfaces.projectSettingsPages.find((each) => each.key === key);
  return module === undefined ? null : shownModule(module, page, { projectIdOrKey: project.id }, site);
}

/** The app's page of that key in the administration of the site; null when the app has none. */
export async function adminPage(page: PageContext, key: string, site: SiteContext): Promise<ShownPanel | null> {
  const module = site.surfaces.adminPages.find((each) => each.key === key);
  return module === undefined ? null : shownModule(module, page, {}, site);
}
