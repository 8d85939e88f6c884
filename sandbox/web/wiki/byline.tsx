import { z } from 'zod';
import { PanelBody, type ShownPanel } from '../components/AppPanel';
import type { FrameEntry } from '../components/FrameData';
import { readResource } from '../frame/assets';
import type { WikiPage } from '../../api';
import type { PageContext } from '../pageContext';
import type { SiteContext } from '../siteContext';
import type { BylineModule } from '../surfaces';

/** An item of the app under the page's title, and the frame that fills its popup. */
export interface ShownByline extends ShownPanel {
  readonly tooltip: string;
  readonly frame: FrameEntry;
}

const texts = z.object({ title: z.string().optional(), tooltip: z.string().optional() }).catch({});
const exists = z.strictObject({
  entityPropertyExists: z.strictObject({ entity: z.literal('content'), propertyKey: z.string() }),
});

/** Whether the conditions hold; one that is not modelled counts as held and makes the run incomplete. */
function isDisplayed(site: SiteContext, { key, displayConditions }: BylineModule, keys: ReadonlySet<string>): boolean {
  if (Object.keys(displayConditions).length === 0) return true;
  const condition = exists.safeParse(displayConditions);
  if (condition.success) return keys.has(condition.data.entityPropertyExists.propertyKey);
  site.incompleteness.add(`The display conditions of the byline item "${key}" are not modelled.`);
  return true;
}

/**
 * The items under a page's title, with texts from the content property without asking the app.
 *
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/confluence-content-byline-item/
 */
export async function bylinesOn(
  site: SiteContext,
  page: PageContext,
  wikiPage: WikiPage,
): Promise<readonly ShownByline[]> {
  const { surfaces, sandbox, frameOrigin } = site;
  const properties = new Map(sandbox.site.wiki.properties(wikiPage.id).map(({ key, value }) => [key, value]));
  const items = surfaces.bylineItems.filter((item) => isDisplayed(site, item, new Set(properties.keys())));
  return Promise.all(
    items.map(async (item) => {
      const { key, icon, page: file } = item;
      const own = texts.parse(properties.get(item.propertyKey) ?? {});
      const place = { pageId: wikiPage.id };
      const given = sandbox.pageContext({ moduleKey: key, accountId: page.viewer.accountId, ...place });
      const context = { ...given, siteUrl: site.siteOrigin, locale: page.locale };
      const isBuilt = (await readResource(surfaces, file)) !== null;
      return {
        key,
        title: own.title ?? surfaces.translate(item.title, page.locale),
        tooltip: own.tooltip ?? surfaces.translate(item.tooltip, page.locale),
        icon: icon === null ? null : `${frameOrigin}/app/${icon.resource}/${icon.file}`,
        source: isBuilt ? `${frameOrigin}/app/${file.resource}/${file.file}` : null,
        file: file.file,
        context,
        frame: { name: key, key, place, context },
      };
    }),
  );
}

/** An item that opens its popup; the frame is filled when it does. */
export function BylineItem({ page, item }: { readonly page: PageContext; readonly item: ShownByline }) {
  return (
    <details className="byline-item">
      <summary title={item.tooltip}>
        {item.icon === null ? null : <img src={item.icon} alt="" width="16" height="16" />} {item.title}
      </summary>
      <div className="byline-popup">
        <PanelBody page={page} panel={item} />
      </div>
    </details>
  );
}
