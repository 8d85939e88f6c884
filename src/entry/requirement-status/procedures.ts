import { confluencePages } from '../../adapters/confluence/confluencePages';
import { jiraFinder } from '../../adapters/jira/jiraFinder';
import { sqlEditions } from '../../adapters/sql/sqlEditions';
import { sqlFacts } from '../../adapters/sql/sqlFacts';
import { sqlPageNotes } from '../../adapters/sql/sqlPageNotes';
import { sqlQueryAnswers } from '../../adapters/sql/sqlQueryAnswers';
import type { Outside } from '../../application/ports';
import { eraseEdition } from '../../application/summary/eraseEdition';
import { freezeEdition, previewEdition } from '../../application/summary/freezeEdition';
import { listEditions } from '../../application/summary/listEditions';
import { showEdition } from '../../application/summary/showEdition';
import { showStatus } from '../../application/summary/showStatus';
import { SUMMARY_PROCEDURES as PROCEDURES } from '../../contract/summaryProcedures';
import type { SummaryOutputs } from '../../contract/summaryProcedures';
import { handle } from '../procedure';
import type { Handler } from '../procedure';

function withSummary(outside: Outside) {
  const summary = { pages: confluencePages, finder: jiraFinder, facts: sqlFacts, answers: sqlQueryAnswers };
  return { ...outside, ...summary, editions: sqlEditions, pageNotes: sqlPageNotes };
}

/** Which use case answers which procedure. */
export const procedures: { readonly [Name in keyof SummaryOutputs]: Handler<SummaryOutputs[Name]> } = {
  'summary.show': handle(PROCEDURES['summary.show'], (outside, viewer, source) =>
    showStatus(withSummary(outside), viewer, source),
  ),
  'edition.list': handle(PROCEDURES['edition.list'], (outside, viewer, input) =>
    listEditions(withSummary(outside), viewer, input),
  ),
  'edition.show': handle(PROCEDURES['edition.show'], (outside, viewer, input) =>
    showEdition(withSummary(outside), viewer, input),
  ),
  'edition.preview': handle(PROCEDURES['edition.preview'], (outside, viewer, input) =>
    previewEdition(withSummary(outside), viewer, input),
  ),
  'edition.freeze': handle(PROCEDURES['edition.freeze'], (outside, viewer, input) =>
    freezeEdition(withSummary(outside), viewer, input),
  ),
  'edition.erase': handle(PROCEDURES['edition.erase'], (outside, viewer, input) =>
    eraseEdition(withSummary(outside), viewer, input),
  ),
};
