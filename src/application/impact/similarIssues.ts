import type { SimilarIssue } from '../../contract/impact';
import type { ProjectSettings } from '../../contract/settings';
import { similarTexts } from '../../domain/impact/similar';
import { DEFAULT_SETTINGS } from '../../domain/settings/defaults';
import type { ImpactOutside } from './outside';
import type { SeenIssues } from './showAssessment';

/** Texts that are compared; whether all of them may be seen takes one call. */
const MOST_COMPARED = 900;
const MOST_SIMILAR = 10;

interface Project {
  readonly projectId: string;
  readonly settings: ProjectSettings;
}

function typesOf({ requirementTypes }: ProjectSettings): readonly string[] {
  return requirementTypes.length > 0 ? requirementTypes : DEFAULT_SETTINGS.requirementTypes;
}

/**
 * Those of the named issues that the viewer may see, and requirements with a text like that of the starts, among what
 * the viewer may see: what resembles the hidden would tell of it.
 */
export async function withSimilar(
  outside: Pick<ImpactOutside, 'visibility' | 'impact'>,
  named: readonly string[],
  starts: readonly string[],
  { projectId, settings }: Project,
): Promise<{ readonly seen: SeenIssues; readonly similar: readonly SimilarIssue[] }> {
  const candidates = { projectId, types: typesOf(settings), limit: MOST_COMPARED };
  const labels = await outside.impact.labelsAndCandidates(named, candidates);
  const byId = new Map(labels.map((label) => [label.id, label]));
  const visible = await outside.visibility.visibleAmong([...byId.keys()]);
  const seen = new Map([...byId].filter(([id]) => visible.has(id)));
  const own = new Set(starts);
  const subject = [...seen.values()].filter(({ id }) => own.has(id)).map(({ summary }) => summary);
  const others = [...seen.values()].filter(({ id }) => !own.has(id)).map(({ id, summary }) => ({ id, text: summary }));
  const similar = similarTexts(subject, others, MOST_SIMILAR).flatMap(({ id, similarity, shared }) => {
    const issue = seen.get(id);
    return issue === undefined ? [] : [{ issue, similarity, shared }];
  });
  return { seen, similar };
}
