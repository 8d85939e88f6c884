import { buildUi } from '../build/ui';
import { checkBundle } from './official/bundle';
import { runOfficialLinter } from './official/linter';
import { validateManifest } from './official/manifest';

/** The platform's own judgement, without the platform: manifest, linter and bundler as `forge deploy` runs them. */
async function main(): Promise<number> {
  // The manifest names the pages of the built UI, and the validation looks for them.
  await buildUi();
  const { manifest, findings: invalid } = await validateManifest();
  if (manifest === null) {
    console.error(invalid.join('\n'));
    console.error('manifest.yml is not valid');
    return 1;
  }
  console.log('manifest.yml passes the full validation');

  const lint = await runOfficialLinter(manifest);
  lint.unchecked.forEach((sentence) => console.log(sentence));
  console.log(`official linter: ${lint.files} files, ${lint.findings.length} findings`);

  const bundle = await checkBundle(manifest);
  console.log(
    `official bundle: ${bundle.kilobytes.toFixed(0)} KB, loads in ${bundle.loadMilliseconds.toFixed(0)} ms (${bundle.loadRatio.toFixed(2)} of TypeScript's time)`,
  );

  const findings = [...invalid, ...lint.findings, ...bundle.findings];
  findings.forEach((finding) => console.error(finding));
  return findings.length === 0 ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
