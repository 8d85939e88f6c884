import { createClock } from '../../../sandbox/clock';
import { PEOPLE } from '../../../sandbox/site/people';
import { SiteDatabase } from '../../../sandbox/site/store';
import { aProject, anIssue } from './support';

const MOMENT = '2026-03-02T10:00:00.000Z';
const BY = { by: 'sandbox-member' };

describe('changes to the site', () => {
  let site: SiteDatabase;

  beforeEach(() => {
    const clock = createClock();
    clock.set(Date.parse(MOMENT));
    jest.spyOn(clock, 'now').mockReturnValue(Date.parse(MOMENT));
    site = new SiteDatabase(null, PEOPLE, clock);
    const issues = [anIssue('A-1', { statusCategory: 'done', status: 'Done', resolved: MOMENT }), anIssue('A-2')];
    const versions = [{ name: '1.0', released: false, releaseDate: null }];
    site.replaceProjects([aProject('A', issues, { versions }), aProject('B', [anIssue('B-7')])]);
  });
  afterEach(() => {
    site.close();
  });

  it("writes the changelog in Jira's words and moves `updated`", () => {
    const changes = { status: 'Done', fixVersions: ['1.0'], dueDate: '2026-04-01', assignee: 'sandbox-admin' };
    const issue = site.updateIssue('A-2', changes, BY);
    expect(issue).toMatchObject({ statusCategory: 'done', resolved: MOMENT, resolution: 'Done', updated: MOMENT });
    expect(site.history(issue.id)).toMatchObject([
      { at: MOMENT, by: 'sandbox-member', field: 'status', from: 'To Do', to: 'Done' },
      { field: 'resolution', from: null, to: 'Done' },
      { field: 'assignee', to: 'Ada Lindqvist', toId: 'sandbox-admin' },
      { field: 'Fix Version', from: null, to: '1.0', toId: issue.fixVersions[0]?.id },
      { field: 'duedate', to: '2026-04-01' },
    ]);
    const again = site.updateIssue('A-2', changes, BY);
    expect(site.history(again.id)).toHaveLength(5);
  });

  it('gives a moved issue a new key, the same id, its links, its children and its old key', () => {
    const child = site.createIssue({ project: 'A', summary: 'Part', subtask: true, parentKey: 'A-2' });
    site.addLink({ type: 'Blocks', from: 'A-1', to: 'A-2' });
    const before = site.findIssue('A-2');
    const moved = site.moveIssue('A-2', 'B');
    expect(moved).toMatchObject({ id: before?.id, key: 'B-8' });
    expect(site.findIssue('A-2')).toEqual(moved);
    expect(site.links(site.findIssue('A-1')?.id ?? '')).toMatchObject([{ otherKey: 'B-8' }]);
    expect(site.findIssue(child.key)?.parentKey).toBe('B-8');
    expect(site.history(moved.id).map(({ field }) => field)).toEqual(['project', 'Key']);
  });

  it('gives no key and no link id twice', () => {
    const first = site.createIssue({ project: 'A', summary: 'One' });
    site.deleteIssue(first.key);
    expect([first.key, site.createIssue({ project: 'A', summary: 'Two' }).key]).toEqual(['A-3', 'A-4']);
    const link = { type: 'Blocks', from: 'A-1', to: 'A-2' };
    const { id } = site.addLink(link);
    site.removeLink(id);
    expect(site.addLink(link).id).not.toBe(id);
  });

  it('deletes sub-tasks with their parent and leaves other children without one', () => {
    const part = site.createIssue({ project: 'A', summary: 'Part', subtask: true, parentKey: 'A-2' });
    const story = site.createIssue({ project: 'A', summary: 'Story', parentKey: 'A-2' });
    site.deleteIssue('A-2');
    expect([site.findIssue(part.key), site.findIssue(story.key)?.parentKey]).toEqual([null, null]);
  });

  it('keeps everything of a deleted project until it is restored', () => {
    const link = site.addLink({ type: 'Blocks', from: 'A-1', to: 'B-7' });
    site.deleteProject('A');
    expect([site.findProject('A'), site.findIssue('A-1'), site.projects().length]).toEqual([null, null, 1]);
    site.restoreProject('A');
    expect(site.links(site.findIssue('A-1')?.id ?? '')).toMatchObject([{ id: link.id }]);
  });

  it('shows a renamed version on its issues, and takes a deleted one off', () => {
    const { id } = site.createVersion({ project: 'A', name: '2.0' });
    const issue = site.updateIssue('A-2', { fixVersions: ['2.0'] });
    site.updateVersion(id, { name: '2.1', released: true });
    expect(site.findIssue('A-2')).toEqual({
      ...issue,
      fixVersions: [{ id, name: '2.1', released: true, releaseDate: null }],
    });
    site.deleteVersion(id);
    expect(site.findIssue('A-2')?.fixVersions).toEqual([]);
  });

  it('lets nobody edit what is archived', () => {
    const issue = site.archiveIssue('A-2');
    expect(site.allows('sandbox-admin', 'EDIT_ISSUES', { issue })).toBe(false);
    expect(site.allows('sandbox-admin', 'EDIT_ISSUES', { issue: site.unarchiveIssue('A-2') })).toBe(true);
  });
});
