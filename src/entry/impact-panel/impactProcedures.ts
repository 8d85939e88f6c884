import { decideChange } from '../../application/change/decideChange';
import { assessImpact } from '../../application/impact/assessImpact';
import { freezeChange } from '../../application/impact/freezeChange';
import { impactOverview } from '../../application/impact/impactOverview';
import { offerSwaps } from '../../application/impact/offerSwaps';
import { prepareImpact } from '../../application/impact/prepareImpact';
import { verifyChange } from '../../application/impact/verifyChange';
import { IMPACT_PROCEDURES as PROCEDURES } from '../../contract/changeProcedures';
import type { ImpactOutputs } from '../../contract/changeProcedures';
import { frozenAssessments, impactOutside } from '../impactOutside';
import { mirrorOutside } from '../mirrorOutside';
import { handle } from '../procedure';
import type { Handler } from '../procedure';

/** Which use case of impact answers which procedure. */
export const impactProcedures: { readonly [Name in keyof ImpactOutputs]: Handler<ImpactOutputs[Name]> } = {
  'impact.overview': handle(PROCEDURES['impact.overview'], (outside, viewer, input) =>
    impactOverview(impactOutside(outside), viewer, input),
  ),
  'impact.prepare': handle(PROCEDURES['impact.prepare'], ({ access }, _viewer, input) =>
    prepareImpact({ ...mirrorOutside, access }, input),
  ),
  'impact.assess': handle(PROCEDURES['impact.assess'], (outside, viewer, input) =>
    assessImpact(impactOutside(outside), viewer, input),
  ),
  'impact.swaps': handle(PROCEDURES['impact.swaps'], (outside, viewer, input) =>
    offerSwaps(impactOutside(outside), viewer, input),
  ),
  'change.freeze': handle(PROCEDURES['change.freeze'], (outside, viewer, input) =>
    freezeChange(impactOutside(outside), viewer, input),
  ),
  'change.decide': handle(PROCEDURES['change.decide'], (outside, viewer, input) =>
    decideChange({ ...outside, frozen: frozenAssessments(outside) }, viewer, input),
  ),
  'change.verify': handle(PROCEDURES['change.verify'], (outside, viewer, input) =>
    verifyChange(impactOutside(outside), viewer, input),
  ),
};
