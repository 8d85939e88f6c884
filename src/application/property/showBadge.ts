import type { Badge } from '../../domain/property/badge';
import { badgeOf } from '../../domain/property/badge';
import type { Visibility } from '../ports';
import type { PropertyStore } from './ports';

interface BadgeOutside {
  readonly visibility: Visibility;
  readonly properties: PropertyStore;
}

/**
 * The badge of an issue for the viewer as whom Jira is asked: it counts what they would find in the list behind it.
 *
 * @returns null where they may not see the issue
 * @throws Refusal when Jira or the storage does not answer
 */
export async function showBadge({ visibility, properties }: BadgeOutside, issueId: string): Promise<Badge | null> {
  const changes = await properties.openChanges(issueId);
  const visible = await visibility.visibleAmong([issueId, ...changes.map((change) => change.issueId)]);
  if (!visible.has(issueId)) return null;
  return badgeOf(changes.filter((change) => visible.has(change.issueId)).map(({ tier }) => tier));
}
