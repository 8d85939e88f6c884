import { logNotice } from '../../adapters/log/log';
import { migrate } from '../../adapters/sql/migrate';
import { keepInOrder } from '../../application/repairProjections';
import { outside } from '../outside';

/** Brings tables up to date, finishes what an interrupted invocation left, and sweeps up values nobody refers to. */
export async function onHourly(): Promise<void> {
  await migrate();
  const { repaired, swept } = await keepInOrder(outside);
  if (repaired + swept > 0) logNotice(`repaired ${String(repaired)} items, swept ${String(swept)} values`);
}
