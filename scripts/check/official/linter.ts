import { lint } from '@forge/lint';
import type { ManifestSchema } from '@forge/manifest';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OfflineFlags } from './feature-flags';

export interface LintReport {
  readonly files: number;
  readonly findings: readonly string[];
  /** What could not be checked, in plain sentences. */
  readonly unchecked: readonly string[];
}

/** The linter's variables and the official API documents that they name. */
const DOCUMENTS = {
  LOCAL_JIRA_SWAGGER: 'jira-v3.json',
  LOCAL_JSM_SWAGGER: 'jsm.json',
  LOCAL_JSW_SWAGGER: 'jira-software.json',
  LOCAL_CONF_SWAGGER: 'confluence-v1.json',
  LOCAL_CONF_V2_SWAGGER: 'confluence-v2.json',
  // No app of ours calls Bitbucket, and the linter insists on six.
  LOCAL_BB_SWAGGER: null,
} as const;

/** The folder with Atlassian's OpenAPI documents: `COUNTERSIGN_OPENAPI`, or `../shared/openapi` when it is there. */
function openApiDirectory(): string | null {
  const candidates = [process.env['COUNTERSIGN_OPENAPI'], path.resolve('../shared/openapi')];
  return candidates.find((directory) => directory !== undefined && existsSync(directory)) ?? null;
}

function sourceFiles(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => path.posix.join('src', file));
}

/** Points the linter at local documents, empty ones where there are none: it would fetch them otherwise. */
function provideDocuments(scratch: string): readonly string[] {
  const directory = openApiDirectory();
  const empty = path.join(scratch, 'empty.json');
  writeFileSync(empty, JSON.stringify({ swagger: '2.0', paths: {} }));
  process.env['USE_LOCAL_SWAGGER'] = 'true';
  const missing: string[] = [];
  for (const [variable, file] of Object.entries(DOCUMENTS)) {
    const document = directory === null || file === null ? empty : path.join(directory, file);
    if (!existsSync(document)) missing.push(document);
    process.env[variable] = existsSync(document) ? document : empty;
  }
  if (directory === null) {
    return [
      'The scopes of the REST calls were not checked: no OpenAPI documents (COUNTERSIGN_OPENAPI or ../shared/openapi).',
    ];
  }
  return missing.map((file) => `The scopes of calls described in ${path.basename(file)} were not checked: not there.`);
}

/** Runs the platform's own linter over `src/`, on this machine only. */
export async function runOfficialLinter(manifest: ManifestSchema): Promise<LintReport> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'countersign-lint-'));
  try {
    const unchecked = provideDocuments(scratch);
    const files = sourceFiles();
    const flags = new OfflineFlags();
    const quiet = { info: () => undefined };
    const results = await lint(files, manifest, 'production', quiet, flags, { linter: { mode: 'client-side' } });
    const findings = results.flatMap(({ file, errors, warnings, approvals }) =>
      [...errors, ...warnings, ...approvals].map((rule) => `${file}:${rule.line} ${rule.class} ${rule.message}`),
    );
    return { files: files.length, findings, unchecked };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
