import type { PageContext } from '../pageContext';

/** A panel of the app on this page, in the viewer's language. */
export interface ShownPanel {
  readonly key: string;
  readonly title: string;
  /** Address of the icon; null without one. */
  readonly icon: string | null;
  /** Address of the panel's page; null when it has not been built. */
  readonly source: string | null;
  /** Name of the page's file, to say what is missing. */
  readonly file: string;
  /** What `view.getContext()` returns. */
  readonly context: Readonly<Record<string, unknown>>;
}

/** The app's panel under its title; the site's script fills the frame once it listens. */
export function AppPanel({ page, panel }: { readonly page: PageContext; readonly panel: ShownPanel }) {
  const { t } = page;
  const { key, title, icon, source, file } = panel;
  return (
    <section className="panel" aria-labelledby={`panel-${key}`}>
      <h2 id={`panel-${key}`}>
        {icon !== null && <img src={icon} alt="" width="20" height="20" />}
        {title}
      </h2>
      {source === null ? (
        <p className="panel-note" role="alert">
          {t('panel.unbuilt', { title, file })}
        </p>
      ) : (
        <div
          className="panel-body"
          data-panel={key}
          data-source={source}
          data-title={title}
          data-silent={t('panel.silent', { title })}
        >
          <p className="panel-note" role="status">
            {t('panel.loading', { title })}
          </p>
        </div>
      )}
    </section>
  );
}
