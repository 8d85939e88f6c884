import { Layout } from '../components/Layout';
import type { PageContext } from '../pageContext';

interface MessageProps {
  readonly page: PageContext;
  readonly title: string;
  readonly heading: string;
  readonly body: string;
}

/** A page that only says something, with a way on. */
export function MessagePage({ page, title, heading, body }: MessageProps) {
  return (
    <Layout page={page} title={title} crumbs={[]}>
      <div className="message">
        <h1>{heading}</h1>
        <p>{body}</p>
        <a className="button" href="/projects">
          {page.t('missing.back')}
        </a>
      </div>
    </Layout>
  );
}
