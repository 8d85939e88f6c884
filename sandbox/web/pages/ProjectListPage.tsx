import { Layout } from '../components/Layout';
import { visibleIssues } from '../visibility';
import type { PageContext } from '../pageContext';

/** The projects that the viewer may see. */
export function ProjectListPage({ page }: { readonly page: PageContext }) {
  const { t, site, viewer, formats } = page;
  const projects = site
    .projects()
    .filter(({ id }) => site.allows(viewer.accountId, 'BROWSE_PROJECTS', { projectId: id }));
  return (
    <Layout page={page} title={t('projects.heading')} crumbs={[]} current="projects">
      <h1>{t('projects.heading')}</h1>
      {projects.length === 0 ? (
        <p className="quiet">{t('projects.none')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('projects.name')}</th>
              <th scope="col">{t('projects.key')}</th>
              <th scope="col" className="number">
                {t('projects.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {projects.map(({ id, key, name }) => (
              <tr key={id}>
                <td>
                  <a href={`/projects/${key}`}>{name}</a>
                </td>
                <td>{key}</td>
                <td className="number">
                  {formats.count(visibleIssues(site, viewer, id, { offset: 0, limit: 1 }).total)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Layout>
  );
}
