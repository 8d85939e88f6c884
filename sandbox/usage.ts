import type { MeteredCall, Usage } from './api';

const GIGABYTE = 1024 ** 3;
const KVS_UNIT = 10 * 1024;

/** US dollars. @see https://developer.atlassian.com/platform/forge/forge-platform-pricing/ */
const PRICES = {
  gigabyteSecond: 0.000_025,
  kvsReadGigabyte: 0.055,
  kvsWrittenGigabyte: 1.09,
  logGigabyte: 1.005,
  sqlHour: 0.143,
  sqlStatement: 1.929 / 1_000_000,
} as const;

type Amounts = Omit<Usage, 'dollars'>;

function priceOf({ gigabyteSeconds, kvs, logBytes, sqlMilliseconds, sqlStatements }: Amounts): number {
  return (
    gigabyteSeconds * PRICES.gigabyteSecond +
    (kvs.read / GIGABYTE) * PRICES.kvsReadGigabyte +
    (kvs.written / GIGABYTE) * PRICES.kvsWrittenGigabyte +
    (logBytes / GIGABYTE) * PRICES.logGigabyte +
    (sqlMilliseconds / 3_600_000) * PRICES.sqlHour +
    sqlStatements * PRICES.sqlStatement
  );
}

export const NO_USAGE: Usage = {
  jiraPoints: 0,
  confluencePoints: 0,
  restCalls: 0,
  sqlStatements: 0,
  sqlMilliseconds: 0,
  kvs: { read: 0, written: 0 },
  kvsReadUnits: 0,
  kvsWriteUnits: 0,
  gigabyteSeconds: 0,
  logBytes: 0,
  dollars: 0,
};

interface Run {
  readonly calls: readonly MeteredCall[];
  readonly milliseconds: number;
  readonly memoryMB: number;
  readonly logBytes: number;
}

/** What one run of a function used, and what Forge asks for that. */
export function usageOf({ calls, milliseconds, memoryMB, logBytes }: Run): Usage {
  const sum = (of: (call: MeteredCall) => number) => calls.reduce((total, call) => total + of(call), 0);
  const sql = calls.filter(({ kind }) => kind === 'sql');
  const amounts: Amounts = {
    jiraPoints: sum(({ kind, points }) => (kind === 'jira' ? points : 0)),
    confluencePoints: sum(({ kind, points }) => (kind === 'confluence' ? points : 0)),
    restCalls: calls.filter(({ kind }) => kind === 'jira' || kind === 'confluence').length,
    sqlStatements: sql.length,
    sqlMilliseconds: sql.reduce((total, call) => total + call.milliseconds, 0),
    kvs: { read: sum(({ kvs }) => kvs?.read ?? 0), written: sum(({ kvs }) => kvs?.written ?? 0) },
    kvsReadUnits: sum(({ kvs }) => Math.ceil((kvs?.read ?? 0) / KVS_UNIT)),
    kvsWriteUnits: sum(({ kvs }) => Math.ceil((kvs?.written ?? 0) / KVS_UNIT)),
    gigabyteSeconds: (milliseconds / 1_000) * (memoryMB / 1_024),
    logBytes,
  };
  return { ...amounts, dollars: priceOf(amounts) };
}

export function addUsage(one: Usage, other: Usage): Usage {
  return {
    jiraPoints: one.jiraPoints + other.jiraPoints,
    confluencePoints: one.confluencePoints + other.confluencePoints,
    restCalls: one.restCalls + other.restCalls,
    sqlStatements: one.sqlStatements + other.sqlStatements,
    sqlMilliseconds: one.sqlMilliseconds + other.sqlMilliseconds,
    kvs: { read: one.kvs.read + other.kvs.read, written: one.kvs.written + other.kvs.written },
    kvsReadUnits: one.kvsReadUnits + other.kvsReadUnits,
    kvsWriteUnits: one.kvsWriteUnits + other.kvsWriteUnits,
    gigabyteSeconds: one.gigabyteSeconds + other.gigabyteSeconds,
    logBytes: one.logBytes + other.logBytes,
    dollars: one.dollars + other.dollars,
  };
}
