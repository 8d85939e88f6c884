import { confluencePages } from '../../adapters/confluence/confluencePages';
import { jiraFinder } from '../../adapters/jira/jiraFinder';
import { sqlFacts } from '../../adapters/sql/sqlFacts';
import { sqlQueryAnswers } from '../../adapters/sql/sqlQueryAnswers';
import { showStatus } from '../../application/summary/showStatus';
import { SUMMARY_PROCEDURES as PROCEDURES } from '../../contract/summaryProcedures';
import type { SummaryOutputs } from '../../contract/summaryProcedures';
import { handle } from '../procedure';
import type { Handler } from '../procedure';

/** Which use case answers which procedure. */
export const procedures: { readonly [Name in keyof SummaryOutputs]: Handler<SummaryOutputs[Name]> } = {
  'summary.show': handle(PROCEDURES['summary.show'].input, (outside, viewer, source) =>
    showStatus(
      { ...outside, pages: confluencePages, finder: jiraFinder, facts: sqlFacts, answers: sqlQueryAnswers },
      viewer,
      source,
    ),
  ),
};
