import path from 'node:path';
import { createSandbox } from '../../sandbox/index';
import type { Sandbox, SandboxOptions } from '../../sandbox/api';
import type { ProcedureError, ProcedureResult } from '../../src/contract/errors';
import type { ProcedureName, ProcedureOutputs, ProcedurePayload } from '../../src/contract/procedures';
import { moduleOf } from './procedureModules';
import { openApiDirectory } from './reference-data';
import { tier } from './tier';

/** Another app than the project's own may be named, such as a mutant. */
const MANIFEST = process.env['COUNTERSIGN_TEST_MANIFEST'] ?? path.resolve(__dirname, '../../manifest.yml');
/** Built before the first test by the tier's set-up. */
const BACKEND = process.env['COUNTERSIGN_TEST_BACKEND'] ?? path.resolve(__dirname, '../../dist/backend/index.cjs');

/** Who calls a procedure, and on whose issue page. */
export interface Caller {
  readonly as: string;
  /** Id or key. */
  readonly on: string;
}

export interface PreparedSandbox {
  readonly sandbox: Sandbox;
  /** Calls a procedure as the panel does and returns what the panel would get. */
  readonly call: <Name extends ProcedureName>(
    name: Name,
    payload: ProcedurePayload<Name>,
    caller: Caller,
  ) => Promise<ProcedureResult<ProcedureOutputs[Name]>>;
  /** The same where success is expected: returns the data, throws on a refusal. */
  readonly succeed: <Name extends ProcedureName>(
    name: Name,
    payload: ProcedurePayload<Name>,
    caller: Caller,
  ) => Promise<ProcedureOutputs[Name]>;
  /** The same where a refusal is expected: returns it, throws on success. */
  readonly refuse: <Name extends ProcedureName>(
    name: Name,
    payload: ProcedurePayload<Name>,
    caller: Caller,
  ) => Promise<ProcedureError>;
}

function isResult<T>(value: unknown): value is ProcedureResult<T> {
  return typeof value === 'object' && value !== null && 'ok' in value && ('data' in value || 'error' in value);
}

function sqlOptions(): Pick<SandboxOptions, 'sqlUrl'> {
  if (tier.engine === 'libSQL') return {};
  const sqlUrl = process.env['COUNTERSIGN_TEST_SQL'];
  if (sqlUrl === undefined) throw new Error('The set-up of the MariaDB tier did not run');
  return { sqlUrl };
}

/**
 * A site of its own in memory, with the built back end, on the engine of the tier: MariaDB or libSQL. The app is not
 * installed yet (`sandbox.deliver`). Close it with `sandbox.close()`.
 */
export async function prepareSandbox(overrides: Partial<SandboxOptions> = {}): Promise<PreparedSandbox> {
  const sandbox = await createSandbox({
    directory: null,
    backend: BACKEND,
    manifest: MANIFEST,
    ...(openApiDirectory === undefined ? {} : { openApiDirectory }),
    ...sqlOptions(),
    ...overrides,
  });
  const call: PreparedSandbox['call'] = async (procedure, payload, { as: accountId, on: issueIdOrKey }) => {
    const result = await sandbox.invoke({
      moduleKey: moduleOf(procedure),
      procedure,
      payload,
      accountId,
      issueIdOrKey,
    });
    if (isResult<ProcedureOutputs[typeof procedure]>(result)) return result;
    throw new Error(`${procedure} answered ${JSON.stringify(result)}`);
  };
  return {
    sandbox,
    call,
    succeed: async (name, payload, caller) => {
      const result = await call(name, payload, caller);
      if (result.ok) return result.data;
      throw new Error(`${name} was refused: ${JSON.stringify(result.error)}`);
    },
    refuse: async (name, payload, caller) => {
      const result = await call(name, payload, caller);
      if (!result.ok) return result.error;
      throw new Error(`${name} was expected to be refused and returned ${JSON.stringify(result.data)}`);
    },
  };
}
