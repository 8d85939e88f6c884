import { createRoot, type Root } from 'react-dom/client';
import '../../styles/base.css';
import '../../styles/form.css';
import './panel.css';
import { enableTheming, readPageContext } from '../../lib/bridge';
import { openDrafts } from '../../lib/drafts';
import { createFormats } from '../../lib/formats';
import { formatLocale, languageFor, loadTranslation } from '../../lib/i18n';
import { Surface } from '../../components/Surface';
import { FeedbackPanel } from './FeedbackPanel';

async function start(root: Root): Promise<void> {
  const [context] = await Promise.all([readPageContext(), enableTheming().catch(() => undefined)]);
  const t = await loadTranslation(context.locale);
  document.documentElement.lang = languageFor(context.locale);
  document.title = t('module.feedbackPanel.title');
  root.render(
    <Surface
      page={{
        context,
        t,
        formats: createFormats(formatLocale(context.locale), context.timeZone),
        drafts: openDrafts(context.accountId, context.issueId),
      }}
    >
      <FeedbackPanel />
    </Surface>,
  );
}

async function explain(root: Root): Promise<void> {
  const t = await loadTranslation(navigator.language);
  root.render(<p role="alert">{t('failure.start')}</p>);
}

const element = document.getElementById('root');
if (element !== null) {
  const root = createRoot(element);
  start(root).catch(() => explain(root));
}
