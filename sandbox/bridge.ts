import type { BridgeRequest } from './api';
import type { Faults } from './faults';
import type { Meters } from './meter';
import { carryOut } from './outside';
import type { RestService } from './rest/service';

/** Carries out a product request of the page, as the user, with the same checks as the app's own. */
export function requestAsUser<Viewer>(
  product: RestService<Viewer>,
  faults: Faults,
  meters: Meters,
  request: BridgeRequest,
): Promise<Response> {
  return carryOut(product.plan({ ...request, as: 'user' }), {
    faults,
    signal: null,
    meter: (call) => {
      meters.addBridgeCall(call);
    },
    kill: null,
  });
}
