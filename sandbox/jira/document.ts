import { loadApiDocument, type ApiDocument } from '../rest/document';
import { MODELLED } from './routes';

/** Loads Jira's official document, once per process; without a folder, what the sandbox knows itself. */
export function loadDocument(folder: string | undefined): Promise<ApiDocument> {
  return loadApiDocument(folder, {
    title: 'Jira',
    sources: [{ file: 'jira-v3.json', prefix: '' }],
    modelled: MODELLED,
  });
}
