import type { Incompleteness } from '../incompleteness';
import type { ConfluenceApi } from '../confluence/api';
import type { JiraApi } from '../jira/api';
import { jsonResponse, type PlannedCall } from '../outside';
import type { PersonalData } from './accountReports';
import type { CallDescriptor } from './globals';
import type { KvsService } from './kvs/service';
import type { RunningInvocation } from './invocation';
import { planQueueCall, type QueueServices } from './queue/service';
import { planSql, type SqlService } from './sql/service';

interface Services {
  readonly sql: SqlService;
  readonly jira: JiraApi;
  readonly confluence: ConfluenceApi;
  readonly incompleteness: Incompleteness;
  readonly queue: QueueServices;
  readonly kvs: KvsService;
  readonly personalData: PersonalData;
}

function answered(
  kind: PlannedCall['kind'],
  what: string,
  as: PlannedCall['as'],
  response: () => Response,
): PlannedCall {
  return { kind, what, as, perform: () => Promise.resolve({ response: response(), points: 0 }) };
}

/** The answer to a user's call where there is no user: `@forge/api` throws its `NeedsAuthenticationError` on it. */
function needsAuthentication(): Response {
  return jsonResponse(401, { message: 'Authentication required' }, { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' });
}

function callerOf({ provider }: CallDescriptor): PlannedCall['as'] {
  return provider === 'user' || provider === 'app' ? provider : 'none';
}

function planProduct(
  product: 'jira' | 'confluence',
  services: Services,
  descriptor: CallDescriptor,
  path: string,
  init: RequestInit,
  userId: string | null,
) {
  const as = callerOf(descriptor);
  const method = init.method ?? 'GET';
  // Impersonating somebody who did not cause the invocation takes a permission that the sandbox does not model.
  const impersonates = descriptor.accountId !== undefined && descriptor.accountId !== userId;
  if (as === 'none' || (as === 'user' && (userId === null || impersonates))) {
    return answered(product, `${method} ${path.split('?')[0] ?? ''}`, as, needsAuthentication);
  }
  return services[product].plan({
    method,
    path,
    headers: Object.fromEntries(new Headers(init.headers)),
    body: typeof init.body === 'string' ? init.body : null,
    accountId: as === 'app' ? null : userId,
    as,
  });
}

/** Understands a call of the platform's packages: which service it asks for what, and as whom. */
export function planCall(
  services: Services,
  descriptor: CallDescriptor,
  path: string,
  init: RequestInit,
  invocation: RunningInvocation,
): PlannedCall {
  if (descriptor.type === 'sql') return planSql(services.sql, path, init);
  if (descriptor.type === 'kvs') return services.kvs.plan(path, init);
  const { remote } = descriptor;
  if (remote === 'jira' || remote === 'confluence') {
    return planProduct(remote, services, descriptor, path, init, invocation.accountId);
  }
  const queueCall = remote === 'stargate' ? planQueueCall(services.queue, path, init, invocation.origin) : null;
  if (queueCall) return queueCall;
  const report = remote === 'stargate' ? services.personalData.plan(path, init, callerOf(descriptor)) : null;
  if (report) return report;
  const what = `${init.method ?? 'GET'} ${descriptor.type}:${remote ?? ''} ${path}`;
  services.incompleteness.add(`The sandbox does not model the service behind "${what}".`);
  return answered('other', what, callerOf(descriptor), () =>
    jsonResponse(501, { code: 'NOT_MODELLED', message: what }),
  );
}
