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

/** The badge or lozenge beside a label. */
export interface ContextStatus {
  readonly shape: 'badge' | 'lozenge';
  readonly label: string;
  readonly tone: 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success';
}

/** A panel that folds out beside the fields. */
export interface ShownContext extends ShownPanel {
  readonly label: string;
  readonly status: ContextStatus | null;
}

interface PanelProps {
  readonly page: PageContext;
  readonly panel: ShownPanel;
}

/** Takes the frame of a panel, a macro or a dialog. */
export function PanelBody({ page, panel }: PanelProps) {
  const { t } = page;
  const { key, title, source, file } = panel;
  if (source === null) {
    return (
      <p className="panel-note" role="alert">
        {t('panel.unbuilt', { title, file })}
      </p>
    );
  }
  return (
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
  );
}

function PanelIcon({ icon }: Pick<ShownPanel, 'icon'>) {
  return icon === null ? null : <img src={icon} alt="" width="20" height="20" />;
}

/** The app's panel under its title; the site's script fills the frame once it listens. */
export function AppPanel({ page, panel }: PanelProps) {
  return (
    <section className="panel" aria-labelledby={`panel-${panel.key}`}>
      <h2 id={`panel-${panel.key}`}>
        <PanelIcon icon={panel.icon} />
        {panel.title}
      </h2>
      <PanelBody page={page} panel={panel} />
    </section>
  );
}

/** A folded panel of the app; its frame is filled when it is folded out. */
export function AppContext({ page, panel }: PanelProps & { readonly panel: ShownContext }) {
  const { label, icon, status } = panel;
  return (
    <details className="context-panel">
      <summary>
        <PanelIcon icon={icon} />
        <span className="context-label">{label}</span>
        {status !== null && <span className={`${status.shape} tone-${status.tone}`}>{status.label}</span>}
      </summary>
      <PanelBody page={page} panel={panel} />
    </details>
  );
}
