import { answer } from '../rest/answer';
import { RestService, type RestOptions, type RestProduct } from '../rest/service';
import { JiraRefusal } from './answer';
import { MODELLED, REMOVED } from './routes';
import { Viewer } from './viewer';

const JIRA: RestProduct<Viewer> = {
  kind: 'jira',
  name: 'Jira',
  modelled: MODELLED,
  removed: REMOVED,
  viewerOf: (site, accountId) => new Viewer(site, accountId),
  refusal: (status, message) => new JiraRefusal(status, message),
  unknownPath: (path) => answer({ message: `null for uri: ${path}`, 'status-code': 404 }, { status: 404 }),
};

/** The sandboxed site's Jira REST API, version 3. */
export class JiraApi extends RestService<Viewer> {
  constructor(options: RestOptions) {
    super(JIRA, options);
    if (!options.document.official) {
      options.incompleteness.add(
        "Without Atlassian's OpenAPI document requests to Jira are not checked against their schemas, and operations that the sandbox lacks are answered with 404 instead of 501.",
      );
    }
  }
}
