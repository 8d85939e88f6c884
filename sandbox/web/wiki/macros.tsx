import { readResource } from '../frame/assets';
import { PanelBody, type ShownPanel } from '../components/AppPanel';
import type { FrameEntry } from '../components/FrameData';
import type { MacroPlace, WikiPage } from '../../api';
import { macrosIn, type PlacedMacro } from '../../forge/macros';
import type { PageContext } from '../pageContext';
import type { SiteContext } from '../siteContext';
import type { MacroModule, ResourceFile } from '../surfaces';

/** A macro ready to be drawn, and the frame that fills it. */
export interface ShownMacro extends ShownPanel {
  readonly localId: string;
  readonly frame: FrameEntry;
}

interface MacroFrame {
  readonly module: MacroModule;
  readonly file: ResourceFile;
  readonly place: MacroPlace;
  readonly title: string;
  readonly after?: string;
}

/** A frame with a macro's page or with its configuration's. */
export async function macroFrame(
  site: SiteContext,
  page: PageContext,
  { module, file, place, title, after }: MacroFrame,
): Promise<ShownMacro> {
  const { surfaces, sandbox, frameOrigin } = site;
  const { key } = module;
  const isBuilt = (await readResource(surfaces, file)) !== null;
  const given = sandbox.pageContext({ moduleKey: key, accountId: page.viewer.accountId, macro: place });
  const context = { ...given, siteUrl: site.siteOrigin, locale: page.locale };
  const name = `${key}:${place.localId}`;
  return {
    key: name,
    title,
    icon: null,
    source: isBuilt ? `${frameOrigin}/app/${file.resource}/${file.file}` : null,
    file: file.file,
    context,
    localId: place.localId,
    frame: { name, key, place: { macro: place }, context, ...(after === undefined ? {} : { after }) },
  };
}

/** The app's macros on a page that is being read. */
export async function macrosOn(
  site: SiteContext,
  page: PageContext,
  wikiPage: WikiPage,
): Promise<readonly ShownMacro[]> {
  const known = macrosIn(wikiPage.body).flatMap(({ moduleKey, localId }) => {
    const module = site.surfaces.macros.find(({ key }) => key === moduleKey);
    return module ? [{ module, localId }] : [];
  });
  return Promise.all(
    known.map(({ module, localId }) => {
      const title = site.surfaces.translate(module.title, page.locale);
      const place: MacroPlace = { pageId: wikiPage.id, localId, mode: 'view' };
      return macroFrame(site, page, { module, file: module.page, place, title });
    }),
  );
}

interface MacroProps {
  readonly page: PageContext;
  readonly macro: PlacedMacro;
  readonly shown: readonly ShownMacro[];
}

/** A macro in a page's text. */
export function Macro({ page, macro, shown }: MacroProps) {
  const found = shown.find(({ localId }) => localId === macro.localId);
  if (found === undefined) return <p className="quiet">{page.t('wiki.unknownMacro', { key: macro.moduleKey })}</p>;
  return (
    <div className="macro">
      <PanelBody page={page} panel={found} />
    </div>
  );
}
