import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Surface } from '../components/Surface';
import { enableTheming, readPageContext } from './bridge';
import { openDrafts } from './drafts';
import { createFormats } from './formats';
import { formatLocale, languageFor, loadTranslation, type MessageKey } from './i18n';

async function start(root: Root, title: MessageKey, content: ReactNode): Promise<void> {
  const [context] = await Promise.all([readPageContext(), enableTheming().catch(() => undefined)]);
  const t = await loadTranslation(context.locale);
  document.documentElement.lang = languageFor(context.locale);
  document.title = t(title);
  root.render(
    <Surface
      page={{
        context,
        t,
        formats: createFormats(formatLocale(context.locale), context.timeZone),
        drafts: openDrafts(
          context.accountId,
          context.issueId === '' ? `project:${context.projectId}` : context.issueId,
        ),
      }}
    >
      {content}
    </Surface>,
  );
}

async function explain(root: Root): Promise<void> {
  const t = await loadTranslation(navigator.language);
  root.render(<p role="alert">{t('failure.start')}</p>);
}

/** Shows a surface in the page's `#root` in the viewer's language; where it cannot start, the page says so. */
export function startSurface(title: MessageKey, content: ReactNode): void {
  const element = document.getElementById('root');
  if (element === null) return;
  const root = createRoot(element);
  start(root, title, content).catch(() => explain(root));
}
