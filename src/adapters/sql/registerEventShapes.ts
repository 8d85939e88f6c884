import { z } from 'zod';
import { kindOfEvent, ref } from './eventShape';

const projectId = z.string();
const ofProject = z.object({ projectId });
const merged = z.object({ into: z.string() });
const absorbed = z.object({ merged: z.array(z.string()) });

const calendar = z.object({
  workingDays: z.array(z.number()),
  opens: z.number(),
  closes: z.number(),
  holidays: z.array(z.string()),
  extraWorkingDays: z.array(z.string()),
});
const ofClient = {
  timeZone: z.string().nullable().exactOptional(),
  calendar: calendar.nullable().exactOptional(),
};
const ofContact = {
  details: ref.nullable().exactOptional(),
  account: ref.nullable().exactOptional(),
};

/** What happens to clients and contacts. */
export const REGISTER_EVENTS = [
  kindOfEvent('client', 'client.added', z.object({ projectId, name: ref, ...ofClient })),
  kindOfEvent('client', 'client.edited', z.object({ changes: z.object({ name: ref.exactOptional(), ...ofClient }) })),
  kindOfEvent('client', 'client.archived', ofProject),
  kindOfEvent('client', 'client.restored', ofProject),
  kindOfEvent('client', 'client.merged', merged),
  kindOfEvent('client', 'client.absorbed', absorbed),
  kindOfEvent('client', 'client.erased', ofProject),
  kindOfEvent('contact', 'contact.added', z.object({ projectId, clientId: z.string(), name: ref, ...ofContact })),
  kindOfEvent(
    'contact',
    'contact.edited',
    z.object({
      changes: z.object({ name: ref.exactOptional(), clientId: z.string().exactOptional(), ...ofContact }),
    }),
  ),
  kindOfEvent('contact', 'contact.archived', ofProject),
  kindOfEvent('contact', 'contact.restored', ofProject),
  kindOfEvent('contact', 'contact.merged', merged),
  kindOfEvent('contact', 'contact.absorbed', absorbed),
  kindOfEvent('contact', 'contact.erased', ofProject),
] as const;
