import { loadApiDocument, type ApiDocument } from '../rest/document';
import { RestService, type RestOptions, type RestProduct } from '../rest/service';
import type { PlannedCall } from '../outside';
import type { RestRequest } from '../rest/service';
import { ConfluenceRefusal, LegacyRefusal } from './answer';
import { Reader } from './reader';
import { MODELLED, V2 } from './routes';

function refusal(status: number, message: string, path: string): ConfluenceRefusal {
  return path.startsWith(V2) ? new ConfluenceRefusal(status, message) : new LegacyRefusal(status, message);
}

const CONFLUENCE: RestProduct<Reader> = {
  kind: 'confluence',
  name: 'Confluence',
  modelled: MODELLED,
  removed: [],
  viewerOf: (site, accountId) => new Reader(site, accountId),
  refusal,
  unknownPath: (path) => refusal(404, 'Not Found', path).toAnswer(),
};

/** Loads Confluence's official documents, those of both versions, as `loadDocument` does Jira's. */
export function loadConfluenceDocument(folder: string | undefined): Promise<ApiDocument> {
  const sources = [
    { file: 'confluence-v2.json', prefix: V2 },
    { file: 'confluence-v1.json', prefix: '' },
  ];
  return loadApiDocument(folder, { title: 'Confluence', sources, modelled: MODELLED });
}

/** The sandboxed site's Confluence REST API: version 2, and of version 1 what has no successor. */
export class ConfluenceApi extends RestService<Reader> {
  readonly #options: RestOptions;

  constructor(options: RestOptions) {
    super(CONFLUENCE, options);
    this.#options = options;
  }

  override plan(request: RestRequest): PlannedCall {
    if (!this.#options.document.official) {
      this.#options.incompleteness.add(
        "Without Atlassian's OpenAPI documents requests to Confluence are not checked against their schemas.",
      );
    }
    return super.plan(request);
  }
}
