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
  'register.list': handle(PROCEDURES['register.list'].input, listRegister),
  'register.import': handle(PROCEDURES['register.import'].input, importLines),
  'client.get': handle(PROCEDURES['client.get'].input, getClient),
  'client.save': handle(PROCEDURES['client.save'].input, saveClient),
  'client.archive': handle(PROCEDURES['client.archive'].input, archiveClient),
  'client.merge': handle(PROCEDURES['client.merge'].input, mergeClients),
  'client.delete': handle(PROCEDURES['client.delete'].input, deleteClient),
  'contact.save': handle(PROCEDURES['contact.save'].input, saveContact),
  'contact.archive': handle(PROCEDURES['contact.archive'].input, archiveContact),
  'contact.merge': handle(PROCEDURES['contact.merge'].input, mergeContacts),
  'contact.delete': handle(PROCEDURES['contact.delete'].input, deleteContact),
};
