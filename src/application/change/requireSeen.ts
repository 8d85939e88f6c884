import type { FieldProblem } from '../../contract/errors';
import type { Access, LabelledIssue } from '../ports';
import { Refusal } from '../refusal';

/** An issue that a payload names, and where. */
export interface NamedIssue {
  readonly issueId: string;
  readonly path: string;
}

/** The ids of a list in a payload with their paths. */
export function namedIn(path: string, issueIds: readonly string[]): readonly NamedIssue[] {
  return issueIds.map((issueId, index) => ({ issueId, path: `${path}.${String(index)}` }));
}

/**
 * Refuses issues that the viewer may not see, that do not exist, or that belong to another project.
 *
 * @param further issues about which it is only asked whether the viewer sees them
 * @returns those of all issues that the viewer sees
 * @throws Refusal `INVALID_INPUT` at the path of each that is refused
 */
export async function requireSeen(
  access: Access,
  projectId: string,
  named: readonly NamedIssue[],
  further: readonly string[] = [],
): Promise<ReadonlyMap<string, LabelledIssue>> {
  const seen = await access.labels([...named.map(({ issueId }) => issueId), ...further]);
  const fields = named.flatMap(({ issueId, path }): FieldProblem[] => {
    const issue = seen.get(issueId);
    if (issue === undefined) return [{ path, rule: 'unknown_issue' }];
    return issue.projectId === projectId ? [] : [{ path, rule: 'not_a_choice' }];
  });
  if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
  return seen;
}
