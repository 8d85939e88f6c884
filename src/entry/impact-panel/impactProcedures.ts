import { assessImpact } from '../../application/impact/assessImpact';
import { impactOverview } from '../../application/impact/impactOverview';
import { offerSwaps } from '../../application/impact/offerSwaps';
import { prepareImpact } from '../../application/impact/prepareImpact';
import { IMPACT_PROCEDURES as PROCEDURES } from '../../contract/changeProcedures';
import type { ImpactOutputs } from '../../contract/changeProcedures';
import { impactOutside } from '../impactOutside';
import { mirrorOutside } from '../mirrorOutside';
import { handle } from '../procedure';
import type { Handler } from '../procedure';

type Answered = 'impact.overview' | 'impact.prepare' | 'impact.assess' | 'impact.swaps';

/** Which use case of impact answers which procedure. */
export const impactProcedures: { readonly [Name in Answered]: Handler<ImpactOutputs[Name]> } = {
  'impact.overview': handle(PROCEDURES['impact.overview'].input, (outside, viewer, input) =>
    impactOverview(impactOutside(outside), viewer, input),
  ),
  'impact.prepare': handle(PROCEDURES['impact.prepare'].input, ({ access }, _viewer, input) =>
    prepareImpact({ ...mirrorOutside, access }, input),
  ),
  'impact.assess': handle(PROCEDURES['impact.assess'].input, (outside, viewer, input) =>
    assessImpact(impactOutside(outside), viewer, input),
  ),
  'impact.swaps': handle(PROCEDURES['impact.swaps'].input, (outside, viewer, input) =>
    offerSwaps(impactOutside(outside), viewer, input),
  ),
};
