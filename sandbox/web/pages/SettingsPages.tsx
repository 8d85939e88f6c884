import { AppPanel } from '../components/AppPanel';
import { FrameData } from '../components/FrameData';
import { Layout, settingsPlace } from '../components/Layout';
import type { Project } from '../../api';
import type { ShownPanel } from '../components/AppPanel';
import type { PageContext, SettingsLink } from '../pageContext';

interface SettingsProps {
  readonly page: PageContext;
  readonly shown: ShownPanel;
  readonly link: SettingsLink;
  /** The page below it; undefined for the first. */
  readonly route: string | undefined;
}

/** A page of the app among the settings of a project. */
export function ProjectSettingsPage({
  page,
  project,
  shown,
  link,
  route,
}: SettingsProps & { readonly project: Project }) {
  const { t } = page;
  const crumbs = [
    { label: t('nav.projects'), href: '/projects' },
    { label: project.name, href: `/projects/${project.key}` },
    { label: t('nav.settings') },
  ];
  const { key, context } = shown;
  const base = `/projects/${project.key}/settings/${key}`;
  const frame = { name: key, key, place: { projectId: project.id }, context, base };
  return (
    <Layout
      page={page}
      title={t('nav.settings')}
      crumbs={crumbs}
      project={project}
      current={settingsPlace(key, route ?? link.pages[0]?.route)}
    >
      <h1>{t('nav.settings')}</h1>
      <AppPanel page={page} panel={shown} />
      <FrameData page={page} frames={[frame]} />
    </Layout>
  );
}

/** A page of the app in the administration of the site. */
export function AdministrationPage({ page, shown, link, route }: SettingsProps) {
  const { t } = page;
  const { key, context } = shown;
  const crumbs = [{ label: t('nav.administration') }, { label: shown.title }];
  const frame = { name: key, key, place: {}, context, base: `/admin/${key}` };
  const current = settingsPlace(key, route ?? link.pages[0]?.route);
  return (
    <Layout page={page} title={t('nav.administration')} crumbs={crumbs} isAdministration current={current}>
      <h1>{t('nav.administration')}</h1>
      <AppPanel page={page} panel={shown} />
      <FrameData page={page} frames={[frame]} />
    </Layout>
  );
}
