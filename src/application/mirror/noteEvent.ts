import type { MirrorOutside } from './ports';

/** What an event of the site says has changed. What it says beyond that may be outdated, and is not looked at. */
export type Hint =
  | { readonly about: 'issue'; readonly issueId: string; readonly projectId: string | null }
  | { readonly about: 'link'; readonly issueIds: readonly string[] }
  | { readonly about: 'project'; readonly projectId: string; readonly restored: boolean };

/** Notes in one statement what is to be read anew; nothing where nothing of it is mirrored. */
export async function noteEvent({ mirror, newId }: Pick<MirrorOutside, 'mirror' | 'newId'>, hint: Hint): Promise<void> {
  const mark = newId();
  switch (hint.about) {
    case 'issue':
      return mirror.noteIssue(hint.issueId, hint.projectId, mark);
    case 'link':
      return mirror.noteKnown(hint.issueIds, mark);
    case 'project':
      return mirror.noteProject(hint.projectId, mark, hint.restored);
  }
}
