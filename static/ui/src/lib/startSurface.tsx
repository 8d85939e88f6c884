import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Surface } from '../components/Surface';
import { enableTheming, readMacroContext, readPageContext } from './bridge';
import type { MacroContext, PageContext } from './bridge';
import { openDrafts } from './drafts';
import { createFormats } from './formats';
import { formatLocale, languageFor, loadTranslation, type MessageKey } from './i18n';

async function show(root: Root, title: MessageKey, context: PageContext, content: ReactNode): Promise<void> {
  const t = await loadTranslation(context.locale);
  document.documentElement.lang = languageFor(context.locale);
  document.title = t(title);
  const formats = createFormats(formatLocale(context.locale), context.timeZone);
  const drafts = openDrafts(
    context.accountId,
    context.issueId === '' ? `project:${context.projectId}` : context.issueId,
  );
  root.render(<Surface page={{ context, t, formats, drafts }}>{content}</Surface>);
}

async function start(root: Root, title: MessageKey, content: ReactNode): Promise<void> {
  const [context] = await Promise.all([readPageContext(), enableTheming().catch(() => undefined)]);
  await show(root, title, context, content);
}

async function startOnPage(root: Root, title: MessageKey, content: (macro: MacroContext) => ReactNode): Promise<void> {
  const [macro] = await Promise.all([readMacroContext(), enableTheming().catch(() => undefined)]);
  await show(root, title, { ...macro.viewer, issueId: '', projectId: '', projectKey: '' }, content(macro));
}

async function explain(root: Root): Promise<void> {
  const t = await loadTranslation(navigator.language);
  root.render(<p role="alert">{t('failure.start')}</p>);
}

function startWith(begin: (root: Root) => Promise<void>): void {
  const element = document.getElementById('root');
  if (element === null) return;
  const root = createRoot(element);
  begin(root).catch(() => explain(root));
}

/** Shows a surface in the page's `#root` in the viewer's language; where it cannot start, the page says so. */
export function startSurface(title: MessageKey, content: ReactNode): void {
  startWith((root) => start(root, title, content));
}

/** The same for a macro or its configuration, which stand on a page of Confluence and on no issue. */
export function startMacro(title: MessageKey, content: (macro: MacroContext) => ReactNode): void {
  startWith((root) => startOnPage(root, title, content));
}
