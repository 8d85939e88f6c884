import { buildUi } from '../../../scripts/build/ui';
import buildBackEnd from './back-end';

/** Back end and UI, for the tests in a browser. */
export default async function buildBoth(): Promise<void> {
  await buildBackEnd();
  await buildUi();
}
