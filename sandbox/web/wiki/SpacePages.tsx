import { Layout } from '../components/Layout';
import { pageAddress, visiblePages, visibleSpaces } from './access';
import type { Space } from '../../api';
import type { PageContext } from '../pageContext';

/** The spaces that the viewer may see. */
export function SpaceListPage({ page }: { readonly page: PageContext }) {
  const { t, site, viewer } = page;
  const spaces = visibleSpaces(site, viewer);
  return (
    <Layout page={page} title={t('wiki.spaces')} crumbs={[]} current="wiki">
      <h1>{t('wiki.spaces')}</h1>
      {spaces.length === 0 ? (
        <p className="quiet">{t('wiki.noSpaces')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('projects.name')}</th>
              <th scope="col">{t('wiki.key')}</th>
            </tr>
          </thead>
          <tbody>
            {spaces.map(({ id, key, name }) => (
              <tr key={id}>
                <td>
                  <a href={`/wiki/spaces/${key}`}>{name}</a>
                </td>
                <td>{key}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Layout>
  );
}

/** The pages of a space that the viewer may read. */
export function SpacePage({ page, space }: { readonly page: PageContext; readonly space: Space }) {
  const { t, site, viewer, formats } = page;
  const pages = visiblePages(site, viewer, space.id);
  const crumbs = [{ label: t('wiki.spaces'), href: '/wiki' }, { label: space.name }];
  return (
    <Layout page={page} title={space.name} crumbs={crumbs} current="wiki">
      <h1>{space.name}</h1>
      {pages.length === 0 ? (
        <p className="quiet">{t('wiki.noPages')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('wiki.page')}</th>
              <th scope="col">{t('wiki.updated')}</th>
            </tr>
          </thead>
          <tbody>
            {pages.map((wikiPage) => (
              <tr key={wikiPage.id}>
                <td>
                  <a href={pageAddress(space, wikiPage)}>{wikiPage.title}</a>{' '}
                  {wikiPage.readers !== null && <span className="restricted">{t('wiki.restricted')}</span>}
                </td>
                <td>{formats.instant(wikiPage.version.createdAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Layout>
  );
}
