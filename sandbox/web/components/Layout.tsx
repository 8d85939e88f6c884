import { DESIGN_THEMES } from '../designThemes';
import { Switcher } from './Switcher';
import type { ReactNode } from 'react';
import type { Project } from '../../api';
import type { PageContext, SettingsLink } from '../pageContext';

interface Crumb {
  readonly label: string;
  readonly href?: string;
}

interface LayoutProps {
  readonly page: PageContext;
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly project?: Project;
  /** Whether the navigation of the site's administration stands beside the page. */
  readonly isAdministration?: boolean;
  /** Where in the navigation the page stands: `projects`, `issues`, `wiki`, `notifications`, `meter` or what `settingsPlace` says. */
  readonly current?: string;
  readonly children: ReactNode;
}

function TopBar({ page, current }: Pick<LayoutProps, 'page' | 'current'>) {
  const { t } = page;
  return (
    <header className="top-bar">
      <a className="brand" href="/projects" aria-label={t('site.name')}>
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <rect className="brand-ground" width="24" height="24" rx="6" />
          <path className="brand-mark" d="M6 7h9v3H6V7Zm3 5h9v3H9v-3Z" />
        </svg>
        <span>
          {t('site.name')} <small>{t('site.tagline')}</small>
        </span>
      </a>
      <nav aria-label={t('nav.main')}>
        <a href="/projects" aria-current={current === 'projects' ? 'page' : undefined}>
          {t('nav.projects')}
        </a>
        <a href="/wiki" aria-current={current === 'wiki' ? 'page' : undefined}>
          {t('nav.wiki')}
        </a>
        <a href="/notifications" aria-current={current === 'notifications' ? 'page' : undefined}>
          {t('nav.notifications')}
        </a>
        {page.adminPages.map(({ key, title }) => (
          <a key={key} href={`/admin/${key}`} aria-current={current?.split('/')[0] === key ? 'page' : undefined}>
            {t('nav.adminOf', { title })}
          </a>
        ))}
        <a href="/__sandbox/meter" aria-current={current === 'meter' ? 'page' : undefined}>
          {t('nav.meter')}
        </a>
      </nav>
      <Switcher page={page} />
    </header>
  );
}

/** Where a page of the app's settings stands in the navigation. */
export function settingsPlace(key: string, route: string | undefined): string {
  return route === undefined ? key : `${key}/${route}`;
}

interface SettingsLinksProps {
  readonly heading: string;
  readonly link: SettingsLink;
  /** The address below which the settings are. */
  readonly base: string;
  readonly current: string | undefined;
}

/** The app's settings: one link, or one for each of its pages under their common title. */
function SettingsLinks({ heading, link: { key, pages }, base, current }: SettingsLinksProps) {
  const places = pages.map((one) => ({ place: settingsPlace(key, one.route), label: one.title }));
  const links = (pages.length === 0 ? [{ place: key, label: heading }] : places).map(({ place, label }) => (
    <a key={place} href={`${base}/${place}`} aria-current={current === place ? 'page' : undefined}>
      {label}
    </a>
  ));
  if (pages.length === 0) return links;
  return (
    <div className="side-group" role="group" aria-label={heading}>
      <p className="side-heading" aria-hidden="true">
        {heading}
      </p>
      {links}
    </div>
  );
}

function SideBar({ page, project, current }: Pick<LayoutProps, 'page' | 'current'> & { readonly project: Project }) {
  const { t } = page;
  return (
    <nav className="side-bar" aria-label={t('nav.project')}>
      <p className="side-project">
        <span className="project-mark" aria-hidden="true">
          {Array.from(project.name)[0]}
        </span>
        <span>
          {project.name}
          <small>{project.key}</small>
        </span>
      </p>
      <a href={`/projects/${project.key}`} aria-current={current === 'issues' ? 'page' : undefined}>
        {t('nav.issues')}
      </a>
      {page.settingsPagesOf(project).map((link) => (
        <SettingsLinks
          key={link.key}
          heading={t('nav.settingsOf', { title: link.title })}
          link={link}
          base={`/projects/${project.key}/settings`}
          current={current}
        />
      ))}
    </nav>
  );
}

function AdministrationBar({ page, current }: Pick<LayoutProps, 'page' | 'current'>) {
  return (
    <nav className="side-bar" aria-label={page.t('nav.administration')}>
      {page.adminPages.map((link) => (
        <SettingsLinks
          key={link.key}
          heading={page.t('nav.adminOf', { title: link.title })}
          link={link}
          base="/admin"
          current={current}
        />
      ))}
    </nav>
  );
}

function Breadcrumbs({ page, crumbs }: Pick<LayoutProps, 'page' | 'crumbs'>) {
  return (
    <nav className="crumbs" aria-label={page.t('nav.breadcrumbs')}>
      <ol>
        {crumbs.map(({ label, href }) => (
          <li key={label}>
            {href === undefined ? <span aria-current="page">{label}</span> : <a href={href}>{label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The document around every page: bars, way back, and the site's script. */
export function Layout({ page, title, crumbs, project, isAdministration, current, children }: LayoutProps) {
  const { t, theme, locale } = page;
  const colorMode = theme === 'dark' ? 'dark' : 'light';
  const place = current === undefined ? { page } : { page, current };
  return (
    <html lang={locale} data-theme={DESIGN_THEMES} data-color-mode={colorMode} data-theme-choice={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} - ${t('site.name')}`}</title>
        <link rel="icon" href="/__site/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/__host/tokens.css" />
        <link rel="stylesheet" href="/__site/site.css" />
        <script src="/__site/early.js" />
        <script src="/__site/site.js" type="module" />
      </head>
      <body>
        <a className="skip" href="#content">
          {t('skip')}
        </a>
        <TopBar {...place} />
        <div className={project === undefined && isAdministration !== true ? 'frame' : 'frame with-side-bar'}>
          {project !== undefined && <SideBar {...place} project={project} />}
          {isAdministration === true && <AdministrationBar {...place} />}
          <main id="content" tabIndex={-1} aria-label={title}>
            {crumbs.length > 0 && <Breadcrumbs page={page} crumbs={crumbs} />}
            {children}
          </main>
        </div>
        <div id="flags" role="region" aria-label={t('flag.region')} data-dismiss={t('flag.dismiss')} />
      </body>
    </html>
  );
}
