import { z } from 'zod';
import type { AccountReports } from '../api';
import { jsonResponse, type PlannedCall } from '../outside';

const PATH = '/app/report-accounts';
const SCOPE = 'report:personal-data';
/** @see https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ */
const MOST_ACCOUNTS = 90;
const account = z.strictObject({ accountId: z.string().min(1).max(128), updatedAt: z.iso.datetime() });
const reportBody = z.strictObject({ accounts: z.array(account).min(1).max(MOST_ACCOUNTS) });

/** The platform's side of the weekly report of stored accounts, in memory. */
export class PersonalData implements AccountReports {
  readonly #scopes: ReadonlySet<string>;
  readonly #statuses = new Map<string, 'closed' | 'updated'>();
  readonly #reported: string[] = [];

  constructor(scopes: ReadonlySet<string>) {
    this.#scopes = scopes;
  }

  set(accountId: string, status: 'closed' | 'updated'): void {
    this.#statuses.set(accountId, status);
  }

  reported(): readonly string[] {
    return [...this.#reported];
  }

  /** Understands a report; null for a call of something else. */
  plan(path: string, init: RequestInit, as: PlannedCall['as']): PlannedCall | null {
    if (path !== PATH) return null;
    const perform = () => Promise.resolve({ response: this.#answer(init, as), points: 0 });
    return { kind: 'other', what: `${init.method ?? 'GET'} ${PATH}`, as, perform };
  }

  #answer({ method, body }: RequestInit, as: PlannedCall['as']): Response {
    if (method !== 'POST') return jsonResponse(405, {});
    if (as !== 'app' || !this.#scopes.has(SCOPE)) return jsonResponse(403, { code: 403, message: `needs ${SCOPE}` });
    const parsed = reportBody.safeParse(typeof body === 'string' ? JSON.parse(body) : null);
    if (!parsed.success) return jsonResponse(400, { code: 400, message: z.prettifyError(parsed.error) });
    const ids = parsed.data.accounts.map(({ accountId }) => accountId);
    this.#reported.push(...ids);
    const accounts = ids.flatMap((accountId) => {
      const status = this.#statuses.get(accountId);
      return status === undefined ? [] : [{ accountId, status }];
    });
    return accounts.length === 0 ? jsonResponse(204, null) : jsonResponse(200, { accounts });
  }
}
