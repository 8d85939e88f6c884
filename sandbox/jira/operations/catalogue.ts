import { answer } from '../answer';
import { FIELD_IDS, statusBean } from '../beans/issues';
import { SITE_URL } from '../../forge/installation';
import type { Operation } from '../operation';

/** GET /rest/api/3/status */
export const getStatuses: Operation = ({ site }) => {
  const statuses = site.statuses().map(({ name, category }) => statusBean({ status: name, statusCategory: category }));
  return answer(statuses, { coreObjects: statuses.length });
};

/** GET /rest/api/3/field: the system fields, since the sandbox has no custom ones. */
export const getFields: Operation = () => {
  const fields = FIELD_IDS.map((id) => ({
    id,
    key: id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    custom: false,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: [id],
  }));
  return answer(fields, { coreObjects: fields.length });
};

/** GET /rest/api/3/serverInfo */
export const getServerInfo: Operation = ({ now }) =>
  answer({
    baseUrl: SITE_URL,
    version: '1001.0.0-SNAPSHOT',
    versionNumbers: [1001, 0, 0],
    deploymentType: 'Cloud',
    serverTime: new Date(now).toISOString().replace('Z', '+0000'),
    serverTimeZone: 'UTC',
    serverTitle: 'Sandbox',
    defaultLocale: { locale: 'en_US' },
  });
