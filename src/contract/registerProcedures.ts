import { z } from 'zod';
import { NAME_LIMIT } from './limits';
import { procedure } from './procedure';
import type { ClientEntry, ContactEntry, ImportOutcome, RegisterPage } from './register';
import { CELL_LIMIT, IMPORT_SLICE_LIMIT, LANGUAGE_LIMIT, REGISTER_PAGE_LIMIT, ROLE_LIMIT } from './registerLimits';
import type { REGISTER_COLUMNS } from './registerLine';
import { languageTag } from './registerLine';
import { accountId, commandId, entityId, line, projectId, searchText, timeZone } from './scalars';
import { calendarFields, hourOfDay } from './settingsSchema';
import { CHANNELS } from './vocabulary';

const command = { commandId, projectId };
const expectedVersion = z.int().min(0);
const onClient = { ...command, clientId: entityId, expectedVersion };
const onContact = { ...command, contactId: entityId, expectedVersion };

const language = z
  .string()
  .max(LANGUAGE_LIMIT)
  .transform((text, context) => {
    const tag = languageTag(text);
    if (tag !== null) return tag;
    context.addIssue({ code: 'custom', message: 'malformed' });
    return z.NEVER;
  });

const details = {
  role: line(ROLE_LIMIT).nullable(),
  language: language.nullable(),
  timeZone: timeZone.nullable(),
  channel: z.enum(CHANNELS).nullable(),
  hours: z.strictObject({ opens: hourOfDay, closes: hourOfDay }).nullable(),
};

const cell = z.string().max(CELL_LIMIT).exactOptional();
/** What an import sends of each line: the cells as they stand in the file. */
const cells = z.strictObject({
  ...{ client: cell, name: cell, role: cell, language: cell },
  ...{ timeZone: cell, channel: cell, opens: cell, closes: cell },
} satisfies Record<(typeof REGISTER_COLUMNS)[number], typeof cell>);

/** The register of clients and contacts, for the administrators of a project. */
export const REGISTER_PROCEDURES = {
  'register.list': procedure('administer', 'read', () =>
    z.strictObject({
      projectId,
      query: searchText(NAME_LIMIT),
      archived: z.boolean(),
      offset: z.int().min(0).max(1_000_000),
      limit: z.int().min(1).max(REGISTER_PAGE_LIMIT),
    }),
  ),
  'register.import': procedure('administer', 'write', () =>
    z.strictObject({ ...command, lines: z.array(cells).min(1).max(IMPORT_SLICE_LIMIT) }),
  ),
  'client.get': procedure('administer', 'read', () => z.strictObject({ projectId, clientId: entityId })),
  'client.save': procedure('administer', 'write', () =>
    z.strictObject({
      ...onClient,
      clientId: entityId.nullable(),
      name: line(NAME_LIMIT),
      timeZone: timeZone.nullable(),
      calendar: z.strictObject(calendarFields).nullable(),
    }),
  ),
  'client.archive': procedure('administer', 'write', () => z.strictObject({ ...onClient, archived: z.boolean() })),
  'client.merge': procedure('administer', 'write', () => z.strictObject({ ...onClient, intoId: entityId })),
  'client.delete': procedure('administer', 'write', () => z.strictObject(onClient)),
  'contact.save': procedure('administer', 'write', () =>
    z.strictObject({
      ...onContact,
      ...details,
      contactId: entityId.nullable(),
      clientId: entityId,
      name: line(NAME_LIMIT),
      accountId: accountId.nullable(),
    }),
  ),
  'contact.archive': procedure('administer', 'write', () => z.strictObject({ ...onContact, archived: z.boolean() })),
  'contact.merge': procedure('administer', 'write', () => z.strictObject({ ...onContact, intoId: entityId })),
  'contact.delete': procedure('administer', 'write', () => z.strictObject(onContact)),
} as const;

/** What each procedure returns on success. */
export interface RegisterOutputs {
  'register.list': RegisterPage;
  'register.import': ImportOutcome;
  'client.get': ClientEntry;
  'client.save': ClientEntry;
  'client.archive': ClientEntry;
  'client.merge': ClientEntry;
  'client.delete': { readonly clientId: string };
  'contact.save': ContactEntry;
  'contact.archive': ContactEntry;
  'contact.merge': ContactEntry;
  'contact.delete': { readonly contactId: string };
}
