/** A small fault in the app, and the tests that must notice it. */
export interface Mutant {
  readonly fault: string;
  /** Relative to the project's root. */
  readonly file: string;
  readonly from: RegExp;
  readonly to: string;
  readonly suite: Suite;
}

/** Tests that are run against a mutant: one file, and those of its tests whose names match. */
export interface Suite {
  readonly project: 'security' | 'integration (libSQL)';
  readonly path: string;
  readonly tests: string;
}

const inSecurity = (file: string, tests: string): Suite => ({
  project: 'security',
  path: `test/security/${file}.test.ts`,
  tests,
});
const inIntegration = (file: string, tests: string): Suite => ({
  project: 'integration (libSQL)',
  path: `test/integration/${file}.test.ts`,
  tests,
});

export const MUTANTS: readonly Mutant[] = [
  {
    fault: 'Jira is asked as the app instead of as the user',
    file: 'src/adapters/jira/jiraClient.ts',
    from: /asUser\(\)\.requestJira/gu,
    to: 'asApp().requestJira',
    suite: inSecurity('access', 'by a reader on the restricted issue'),
  },
  {
    fault: 'nobody asks whether the person may edit the issue',
    file: 'src/application/authorize.ts',
    from: /mayEdit !== true/gu,
    to: 'false',
    suite: inSecurity('access', 'by a reader on the open issue'),
  },
  {
    fault: 'nobody asks whether the person administers the project',
    file: 'src/application/authorize.ts',
    from: /mayAdminister !== true/gu,
    to: 'false',
    suite: inSecurity('access', 'by a member on the open issue'),
  },
  {
    fault: 'an issue is looked up through the removed search API',
    file: 'src/adapters/jira/jiraAccess.ts',
    from: /`\/rest\/api\/3\/issue\/\$\{issueId\}\?fields=project/gu,
    to: '`/rest/api/3/search?jql=id%3D${issueId}&fields=project',
    suite: inIntegration('recording', 'stores what was said'),
  },
  {
    fault: 'the manifest lacks a scope',
    file: 'manifest.yml',
    from: /^ *- read:jira-work\n/gmu,
    to: '',
    suite: inIntegration('recording', 'stores what was said'),
  },
  {
    fault: 'a value stands in a statement instead of a parameter',
    file: 'src/adapters/sql/sqlContactViews.ts',
    from: /LIKE \$\{containing\(typed\)\}/gu,
    to: "LIKE ${sql.raw(`'${containing(typed)}'`)}",
    suite: inSecurity('payloads', 'is stored and given back to the letter'),
  },
  {
    fault: 'a spent quota is asked again at once',
    file: 'src/adapters/http/httpClient.ts',
    from: /outcomeOf\(answer\) === 'burst'\) return/gu,
    to: 'answer.status === 429) return 0; else if (answer.status === 429) return',
    suite: inIntegration('faults', 'a spent quota is told at once'),
  },
  {
    fault: 'a burst is asked again at once, without the wait that Jira names',
    file: 'src/adapters/http/httpClient.ts',
    from: /await pause\(wait\);/gu,
    to: '',
    suite: inIntegration('faults', 'a burst is waited out as long as Jira asks for'),
  },
  {
    fault: 'a procedure is found by an inherited name',
    file: 'src/entry/resolver.ts',
    from: /Object\.hasOwn\(procedures, event\.call\.functionKey\)/gu,
    to: '(event.call.functionKey in procedures)',
    suite: inSecurity('payloads', 'finds no procedure by the name'),
  },
  {
    fault: 'which issues a person may see is asked as the app',
    file: 'src/adapters/jira/jiraVisibility.ts',
    from: /import \{ askJira \}/gu,
    to: 'import { askJiraAsApp as askJira }',
    suite: inSecurity('leak', 'log of journal.export'),
  },
  {
    fault: 'an issue counts as visible without being asked about',
    file: 'src/adapters/jira/jiraVisibility.ts',
    from: /visible\.has\(id\)/gu,
    to: 'true',
    suite: inSecurity('leak', 'log of journal.export'),
  },
  {
    fault: 'an export withholds nothing',
    file: 'src/application/exportJournal.ts',
    from: /!visible\.has\(issueId\)/gu,
    to: 'false',
    suite: inSecurity('leak', 'log of journal.export'),
  },
  {
    fault: 'an event does not carry the hash of the one before',
    file: 'src/domain/journal/chain.ts',
    from: /previousHash = hash;/gu,
    to: '',
    suite: inIntegration('recording', 'stores what was said'),
  },
  {
    fault: 'notes of the team are given to everybody',
    file: 'src/application/getFeedback.ts',
    from: /edit \? notesOf\(visible, texts\) : null/gu,
    to: 'notesOf(events, texts)',
    suite: inIntegration('lifeCycle', 'keeps notes and reasons'),
  },
  {
    fault: 'a decision made on an older version is taken',
    file: 'src/domain/feedback/decide.ts',
    from: /feedback\.version !== expectedVersion/gu,
    to: 'false',
    suite: inIntegration('lifeCycle', 'the second is told'),
  },
  {
    fault: 'a badge is given to people who may not see the issue',
    file: 'src/application/property/showBadge.ts',
    from: /!visible\.has\(issueId\)/gu,
    to: 'false',
    suite: inSecurity('issueFigures', 'nobody learns'),
  },
  {
    fault: 'a property counts what was raised on other issues',
    file: 'src/adapters/sql/sqlProperties.ts',
    from: /FROM change_request WHERE is_open = 1/gu,
    to: `FROM (SELECT c.issue_id, r.tier FROM change_issue AS c JOIN change_request AS r ON r.id = c.change_id) AS every_one`,
    suite: inSecurity('issueFigures', 'nobody learns'),
  },
  {
    fault: 'two runs at once leave the older figures in Jira',
    file: 'src/adapters/sql/sqlProperties.ts',
    from: /VALUES\(givings\) = givings \+ 1/gu,
    to: '1 = 1',
    suite: inIntegration('issueProperties', 'at once'),
  },
];
