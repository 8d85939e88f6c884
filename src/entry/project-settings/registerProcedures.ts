import { archiveClient, archiveContact } from '../../application/register/archiveEntry';
import { deleteClient, deleteContact } from '../../application/register/deleteEntry';
import { importLines } from '../../application/register/importLines';
import { getClient, listRegister } from '../../application/register/listRegister';
import { mergeClients, mergeContacts } from '../../application/register/mergeEntries';
import { saveClient } from '../../application/register/saveClient';
import { saveContact } from '../../application/register/saveContact';
import { REGISTER_PROCEDURES as PROCEDURES } from '../../contract/registerProcedures';
import type { RegisterOutputs } from '../../contract/registerProcedures';
import { handle } from '../procedure';
import type { Handler } from '../procedure';

/** Which use case answers which procedure. */
export const registerProcedures: { readonly [Name in keyof RegisterOutputs]: Handler<RegisterOutputs[Name]> } = {
  'register.list': handle(PROCEDURES['register.list'], listRegister),
  'register.import': handle(PROCEDURES['register.import'], importLines),
  'client.get': handle(PROCEDURES['client.get'], getClient),
  'client.save': handle(PROCEDURES['client.save'], saveClient),
  'client.archive': handle(PROCEDURES['client.archive'], archiveClient),
  'client.merge': handle(PROCEDURES['client.merge'], mergeClients),
  'client.delete': handle(PROCEDURES['client.delete'], deleteClient),
  'contact.save': handle(PROCEDURES['contact.save'], saveContact),
  'contact.archive': handle(PROCEDURES['contact.archive'], archiveContact),
  'contact.merge': handle(PROCEDURES['contact.merge'], mergeContacts),
  'contact.delete': handle(PROCEDURES['contact.delete'], deleteContact),
};
