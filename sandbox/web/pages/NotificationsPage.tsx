import { Layout } from '../components/Layout';
import type { SentNotification } from '../../api';
import type { PageContext } from '../pageContext';

interface NotificationsProps {
  readonly page: PageContext;
  /** The latest first. */
  readonly sent: readonly SentNotification[];
}

/** The mail that Jira has sent the viewer for the app, as a mail program without HTML shows it. */
export function NotificationsPage({ page, sent }: NotificationsProps) {
  const { t, formats } = page;
  const title = t('notifications.heading');
  return (
    <Layout page={page} title={title} crumbs={[]} current="notifications">
      <h1>{title}</h1>
      <p className="quiet">{t('notifications.about', { name: page.viewer.name })}</p>
      {sent.length === 0 ? <p className="empty">{t('notifications.none')}</p> : null}
      <ol className="mail">
        {sent.map((each, index) => (
          <li key={index}>
            <h2>{each.subject}</h2>
            <p className="quiet">
              <a href={`/browse/${each.issueKey}`}>{each.issueKey}</a> ·{' '}
              {formats.instant(new Date(each.at).toISOString())}
            </p>
            <p className="mail-text">{each.textBody}</p>
          </li>
        ))}
      </ol>
    </Layout>
  );
}
