import { editChange } from '../../application/change/editChange';
import { eraseChangeTexts } from '../../application/change/eraseChangeTexts';
import { getChange } from '../../application/change/getChange';
import { moveChange } from '../../application/change/moveChange';
import { raiseChange } from '../../application/change/raiseChange';
import { reviewChange } from '../../application/change/reviewChange';
import { CHANGE_PROCEDURES as PROCEDURES } from '../../contract/changeProcedures';
import type { ChangeOutputs } from '../../contract/changeProcedures';
import { frozenAssessments } from '../impactOutside';
import { handle } from '../procedure';
import type { Handler } from '../procedure';

/** Which use case of change requests answers which procedure. */
export const changeProcedures: { readonly [Name in keyof ChangeOutputs]: Handler<ChangeOutputs[Name]> } = {
  'change.get': handle(PROCEDURES['change.get'], (outside, viewer, input) =>
    getChange({ ...outside, frozen: frozenAssessments(outside) }, viewer, input),
  ),
  'change.raise': handle(PROCEDURES['change.raise'], raiseChange),
  'change.edit': handle(PROCEDURES['change.edit'], editChange),
  'change.review': handle(PROCEDURES['change.review'], reviewChange),
  'change.move': handle(PROCEDURES['change.move'], moveChange),
  'change.eraseTexts': handle(PROCEDURES['change.eraseTexts'], eraseChangeTexts),
};
