import { migrate } from '../../adapters/sql/migrate';

/** Makes or updates the tables when the app is installed or upgraded. */
export async function onLifecycle(): Promise<void> {
  await migrate();
}
