import type { BridgeRequest } from './api';
import type { Faults } from './faults';
import type { JiraApi } from './jira/api';
import type { Meters } from './meter';
import { carryOut } from './outside';

/** Carries out a product request of the page, as the user, with the same checks as the app's own. */
export function requestAsUser(
  jira: JiraApi,
  faults: Faults,
  meters: Meters,
  request: BridgeRequest,
): Promise<Response> {
  return carryOut(jira.plan({ ...request, as: 'user' }), {
    faults,
    signal: null,
    meter: (call) => {
      meters.addBridgeCall(call);
    },
    kill: null,
  });
}
