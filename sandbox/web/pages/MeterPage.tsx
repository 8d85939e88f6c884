import { Layout } from '../components/Layout';
import { EndpointTable, NameTable, usageColumns } from '../components/UsageTables';
import type { Invocation, Meter, MeteredCall, UsageOfEndpoint, UsageOfName } from '../../api';
import type { PageContext } from '../pageContext';

/** What the run has used and missed so far. */
interface UsageSoFar {
  readonly total: ReturnType<Meter['total']>;
  readonly names: readonly UsageOfName[];
  readonly endpoints: readonly UsageOfEndpoint[];
  readonly invocations: readonly Invocation[];
  readonly bridgeCalls: readonly MeteredCall[];
  readonly incomplete: readonly string[];
  readonly violations: readonly string[];
}

interface MeterProps {
  readonly page: PageContext;
  readonly usage: UsageSoFar;
}

function CallTable({ page, calls }: { readonly page: PageContext; readonly calls: readonly MeteredCall[] }) {
  const { t, formats } = page;
  return (
    <table className="table calls">
      <thead>
        <tr>
          <th scope="col">{t('meter.call')}</th>
          <th scope="col">{t('meter.who')}</th>
          <th scope="col" className="number">
            {t('meter.status')}
          </th>
          <th scope="col" className="number">
            {t('meter.points')}
          </th>
          <th scope="col" className="number">
            {t('meter.time')}
          </th>
        </tr>
      </thead>
      <tbody>
        {calls.map((call, index) => (
          <tr key={index}>
            <td>
              <code>{call.what}</code>
            </td>
            <td>{call.as}</td>
            <td className="number">{call.status}</td>
            <td className="number">{call.points}</td>
            <td className="number">{formats.milliseconds(call.milliseconds)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function InvocationEntry({ page, invocation }: { readonly page: PageContext; readonly invocation: Invocation }) {
  const { t, formats } = page;
  const person = invocation.accountId === null ? null : page.site.findPerson(invocation.accountId);
  const figures = [
    [t('meter.who'), person?.name ?? invocation.accountId ?? t('meter.app')],
    [t('meter.outcome'), invocation.outcome],
    [t('meter.calls'), formats.count(invocation.calls.length)],
    [t('meter.time'), formats.milliseconds(invocation.milliseconds)],
    ...usageColumns(page).map(({ name, shown }) => [name, shown(invocation)] as const),
    [t('meter.dollars'), formats.dollars(invocation.dollars * 1_000)],
  ] as const;
  return (
    <li className="invocation">
      <h2>
        <code>{invocation.name}</code>{' '}
        <time className="quiet" dateTime={invocation.startedAt}>
          {formats.instant(invocation.startedAt)}
        </time>
      </h2>
      <dl className="figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {(invocation.calls.length > 0 || invocation.log.length > 0) && (
        <details>
          <summary>{t('meter.details')}</summary>
          <CallTable page={page} calls={invocation.calls} />
          {invocation.log.length > 0 && <pre aria-label={t('meter.log')}>{invocation.log.join('\n')}</pre>}
        </details>
      )}
    </li>
  );
}

function Sentences({ heading, sentences }: { readonly heading: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** What the app's functions used, run by run. */
export function MeterPage({ page, usage }: MeterProps) {
  const { t } = page;
  return (
    <Layout page={page} title={t('meter.heading')} crumbs={[]} current="meter">
      <h1>{t('meter.heading')}</h1>
      <p className="quiet">
        {t('meter.lead')} <a href="/__sandbox/meter.json">{t('meter.json')}</a>
      </p>
      <Sentences heading={t('meter.incomplete')} sentences={usage.incomplete} />
      <Sentences heading={t('meter.violations')} sentences={usage.violations} />
      <NameTable page={page} names={usage.names} total={usage.total} />
      <EndpointTable page={page} endpoints={usage.endpoints} />
      {usage.invocations.length === 0 && <p className="empty">{t('meter.none')}</p>}
      <ol className="invocations">
        {usage.invocations.toReversed().map((invocation) => (
          <InvocationEntry key={invocation.id} page={page} invocation={invocation} />
        ))}
      </ol>
      {usage.bridgeCalls.length > 0 && (
        <section>
          <h2>{t('meter.bridge')}</h2>
          <CallTable page={page} calls={usage.bridgeCalls.toReversed()} />
        </section>
      )}
    </Layout>
  );
}
