import { buildBackend } from '../../../scripts/build/backend';

/** The suites run the back end as the platform's own bundler wrote it; unchanged sources are not built again. */
export default async function buildBackEnd(): Promise<void> {
  await buildBackend();
}
