import type { ManifestSchema } from '@forge/manifest';
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { buildBackend } from '../../build/backend';

/** As the platform's bundler writes it: not minified, with every comment of the libraries. */
const SIZE_BUDGET_KB = 2_250;
/** Against loading TypeScript: a cold start is about processor and disk, which differ from machine to machine. */
const LOAD_BUDGET_RATIO = 0.5;
const ROUNDS = 5;

const probeResult = z.object({ milliseconds: z.number(), functions: z.array(z.string()) });

export interface BundleReport {
  readonly kilobytes: number;
  readonly loadMilliseconds: number;
  /** Load time over that of the reference. */
  readonly loadRatio: number;
  readonly findings: readonly string[];
}

function load(file: string): z.output<typeof probeResult> {
  const printed = execFileSync(process.execPath, [path.join(__dirname, 'load-probe.cjs'), file], { encoding: 'utf8' });
  return probeResult.parse(JSON.parse(printed));
}

/** The quickest of a few loads: everything slower than that is the machine's other work. */
function quickest(file: string): number {
  return Math.min(...Array.from({ length: ROUNDS }, () => load(file).milliseconds));
}

function handlers(manifest: ManifestSchema): string[] {
  return (manifest.modules?.function ?? []).map(({ handler }) => handler);
}

/** Builds the back end with the platform's own bundler and holds it to its budgets. */
export async function checkBundle(manifest: ManifestSchema): Promise<BundleReport> {
  const { bundle } = await buildBackend();
  const exported = load(bundle).functions;
  const missing = handlers(manifest).filter((handler) => !exported.includes(handler.replace(/^index\./u, '')));
  const kilobytes = statSync(bundle).size / 1000;
  const loadMilliseconds = quickest(bundle);
  const loadRatio = loadMilliseconds / quickest(createRequire(__filename).resolve('typescript'));
  const findings = [
    ...missing.map((handler) => `manifest.yml names the handler ${handler}, which src/index.ts does not export`),
    ...(kilobytes > SIZE_BUDGET_KB ? [`the bundle has ${kilobytes.toFixed(0)} KB, more than ${SIZE_BUDGET_KB}`] : []),
    ...(loadRatio > LOAD_BUDGET_RATIO
      ? [`the bundle takes ${loadRatio.toFixed(2)} times as long to load as TypeScript, more than ${LOAD_BUDGET_RATIO}`]
      : []),
  ];
  return { kilobytes, loadMilliseconds, loadRatio, findings };
}
