import { AppPanel } from '../components/AppPanel';
import { FrameData } from '../components/FrameData';
import { Layout } from '../components/Layout';
import type { Project } from '../../api';
import type { ShownPanel } from '../components/AppPanel';
import type { PageContext } from '../pageContext';

interface SettingsProps {
  readonly page: PageContext;
  readonly project: Project;
  readonly shown: ShownPanel;
}

/** A page of the app among the settings of a project. */
export function ProjectSettingsPage({ page, project, shown }: SettingsProps) {
  const { t } = page;
  const crumbs = [
    { label: t('nav.projects'), href: '/projects' },
    { label: project.name, href: `/projects/${project.key}` },
    { label: t('nav.settings') },
  ];
  const { key, context } = shown;
  const frame = { name: key, key, place: { projectId: project.id }, context };
  return (
    <Layout page={page} title={t('nav.settings')} crumbs={crumbs} project={project} current={shown.key}>
      <h1>{t('nav.settings')}</h1>
      <AppPanel page={page} panel={shown} />
      <FrameData page={page} frames={[frame]} />
    </Layout>
  );
}
