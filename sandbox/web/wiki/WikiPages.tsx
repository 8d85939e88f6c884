import { FrameData } from '../components/FrameData';
import { PanelBody } from '../components/AppPanel';
import { Layout } from '../components/Layout';
import { macrosIn, type PlacedMacro } from '../../forge/macros';
import { editAddress, pageAddress } from './access';
import { AdfDocument } from './AdfDocument';
import { BylineItem, type ShownByline } from './byline';
import { Macro, type ShownMacro } from './macros';
import type { Space, WikiPage } from '../../api';
import type { PageContext } from '../pageContext';
import type { MacroModule } from '../surfaces';

interface PageProps {
  readonly page: PageContext;
  readonly space: Space;
  readonly wikiPage: WikiPage;
}

function crumbsOf({ page, space, wikiPage }: PageProps) {
  const above = [
    { label: page.t('wiki.spaces'), href: '/wiki' },
    { label: space.name, href: `/wiki/spaces/${space.key}` },
  ];
  return [...above, { label: wikiPage.title, href: pageAddress(space, wikiPage) }];
}

function Byline({ page, wikiPage: { version } }: Omit<PageProps, 'space'>) {
  const name = page.site.findPerson(version.authorId)?.name ?? version.authorId;
  const words = { number: version.number, name, at: page.formats.instant(version.createdAt) };
  return <p className="quiet">{page.t('wiki.version', words)}</p>;
}

interface ViewProps extends PageProps {
  readonly macros: readonly ShownMacro[];
  readonly bylines: readonly ShownByline[];
  readonly onUnknown: (type: string) => void;
}

/** A page as it is read, its macros in their frames. */
export function WikiPageView({ macros, bylines, onUnknown, ...props }: ViewProps) {
  const { page, space, wikiPage } = props;
  const mayEdit = page.site.wiki.mayEdit(page.viewer.accountId, wikiPage);
  return (
    <Layout page={page} title={wikiPage.title} crumbs={crumbsOf(props)} current="wiki">
      <article className="wiki-page">
        <header>
          <h1>{wikiPage.title}</h1>
          <Byline page={page} wikiPage={wikiPage} />
          {bylines.map((item) => (
            <BylineItem key={item.key} page={page} item={item} />
          ))}
          <p>
            {mayEdit && (
              <a className="button" href={editAddress(space, wikiPage)}>
                {page.t('wiki.edit')}
              </a>
            )}{' '}
            <a className="button" href={`${pageAddress(space, wikiPage)}/export`}>
              {page.t('wiki.export')}
            </a>
          </p>
        </header>
        <AdfDocument
          page={page}
          content={wikiPage.body.content}
          macro={(macro) => <Macro page={page} macro={macro} shown={macros} />}
          onUnknown={onUnknown}
        />
      </article>
      <FrameData page={page} frames={[...bylines, ...macros].map(({ frame }) => frame)} />
    </Layout>
  );
}

interface ExportProps extends PageProps {
  /** What each macro gave, by its local id. */
  readonly documents: ReadonlyMap<string, readonly unknown[]>;
  readonly onUnknown: (type: string) => void;
}

/** A page as an export to PDF or Word would hold it: text alone, macros by what they gave for it. */
export function WikiExportPage({ documents, onUnknown, ...props }: ExportProps) {
  const { page, wikiPage } = props;
  const around = { page, onUnknown };
  const macro = ({ localId }: PlacedMacro) => (
    <AdfDocument {...around} content={documents.get(localId) ?? []} macro={() => null} />
  );
  return (
    <Layout page={page} title={wikiPage.title} crumbs={crumbsOf(props)} current="wiki">
      <article className="wiki-page wiki-export">
        <h1>{wikiPage.title}</h1>
        <p className="screen-only">
          <a className="button" href={`${pageAddress(props.space, wikiPage)}/export/pdf`}>
            {page.t('wiki.pdf')}
          </a>
        </p>
        <AdfDocument {...around} content={wikiPage.body.content} macro={macro} />
      </article>
    </Layout>
  );
}

interface EditProps extends PageProps {
  readonly modules: readonly MacroModule[];
  readonly titleOf: (module: MacroModule) => string;
}

interface MacroRowProps extends EditProps {
  readonly macro: PlacedMacro;
}

function MacroRow({ macro, modules, titleOf, ...props }: MacroRowProps) {
  const { page, space, wikiPage } = props;
  const module = modules.find(({ key }) => key === macro.moduleKey);
  const title = module ? titleOf(module) : macro.moduleKey;
  return (
    <li className="macro-row">
      <span>{title}</span>
      {module?.configuration && (
        <a className="button" href={`${editAddress(space, wikiPage)}?macro=${encodeURIComponent(macro.localId)}`}>
          {page.t('wiki.configure', { title })}
        </a>
      )}
      <form method="post" action={editAddress(space, wikiPage)}>
        <input type="hidden" name="remove" value={macro.localId} />
        <button className="button">{page.t('wiki.remove', { title })}</button>
      </form>
    </li>
  );
}

/** The editor, as far as it is about macros: each change is published as a version at once. */
export function WikiEditPage(props: EditProps) {
  const { page, space, wikiPage, modules, titleOf } = props;
  const { t } = page;
  const macros = macrosIn(wikiPage.body);
  const title = t('wiki.editing', { title: wikiPage.title });
  return (
    <Layout page={page} title={title} crumbs={[...crumbsOf(props), { label: t('wiki.edit') }]} current="wiki">
      <h1>{title}</h1>
      <h2>{t('wiki.macros')}</h2>
      {macros.length === 0 ? (
        <p className="quiet">{t('wiki.noMacros')}</p>
      ) : (
        <ul className="macro-rows">
          {macros.map((macro) => (
            <MacroRow key={macro.localId} macro={macro} {...props} />
          ))}
        </ul>
      )}
      {modules.map((module) => (
        <form key={module.key} method="post" action={editAddress(space, wikiPage)}>
          <input type="hidden" name="insert" value={module.key} />
          <button className="button">{t('wiki.insert', { title: titleOf(module) })}</button>
        </form>
      ))}
      <p>
        <a className="button" href={pageAddress(space, wikiPage)}>
          {t('wiki.done')}
        </a>
      </p>
    </Layout>
  );
}

interface ConfigureProps extends PageProps {
  readonly dialog: ShownMacro;
}

/** The dialog in which a macro is configured, as a page of its own. */
export function WikiConfigurePage({ dialog, ...props }: ConfigureProps) {
  const { page, space, wikiPage } = props;
  return (
    <Layout page={page} title={dialog.title} crumbs={crumbsOf(props)} current="wiki">
      <section className="macro-dialog" aria-labelledby="macro-dialog-title">
        <h1 id="macro-dialog-title">{dialog.title}</h1>
        <PanelBody page={page} panel={dialog} />
        <p>
          <a className="button" href={editAddress(space, wikiPage)}>
            {page.t('wiki.cancel')}
          </a>
        </p>
      </section>
      <FrameData page={page} frames={[dialog.frame]} />
    </Layout>
  );
}
