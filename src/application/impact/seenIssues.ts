import type { Visibility } from '../ports';
import type { ImpactStore } from './ports';
import type { SeenIssues } from './showAssessment';

interface Seeing {
  readonly visibility: Visibility;
  readonly impact: Pick<ImpactStore, 'labels'>;
}

/** The labels of those issues that the viewer may see and that still exist. */
export async function seenIssues({ visibility, impact }: Seeing, ids: readonly string[]): Promise<SeenIssues> {
  const labels = await impact.labels([...(await visibility.visibleAmong(ids))]);
  return new Map(labels.map((label) => [label.id, label]));
}
