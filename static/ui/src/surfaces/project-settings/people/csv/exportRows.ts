import type { ClientLine, ContactEntry } from '../../../../../../../src/contract/register';
import { REGISTER_COLUMNS } from '../../../../../../../src/contract/registerLine';
import type { RegisterCells } from '../../../../../../../src/contract/registerLine';
import { protectedCell } from './formulas';

/** An hour of the day as it is written: "09:30". */
export function writeHour(hour: number): string {
  const minutes = Math.round(hour * 60);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function cellsOf(client: string, contact: ContactEntry | null): RegisterCells {
  const hours = contact?.hours ?? null;
  return {
    client,
    name: contact?.name ?? '',
    role: contact?.role ?? '',
    language: contact?.language ?? '',
    timeZone: contact?.timeZone ?? '',
    channel: contact?.channel ?? '',
    opens: hours === null ? '' : writeHour(hours.opens),
    closes: hours === null ? '' : writeHour(hours.closes),
  };
}

/** The register as the rows of a file that an import takes back; accounts are not in it. */
export function exportRows(
  clients: readonly ClientLine[],
  contacts: readonly ContactEntry[],
): readonly (readonly string[])[] {
  const people = new Map<string, ContactEntry[]>(clients.map(({ id }) => [id, []]));
  for (const contact of contacts) people.get(contact.clientId)?.push(contact);
  const rows = clients.flatMap(({ id, name }) => {
    if (name === null) return [];
    const own = people.get(id) ?? [];
    return own.length === 0 ? [cellsOf(name, null)] : own.map((contact) => cellsOf(name, contact));
  });
  return [
    REGISTER_COLUMNS,
    ...rows.map((cells) => REGISTER_COLUMNS.map((column) => protectedCell(cells[column] ?? ''))),
  ];
}
