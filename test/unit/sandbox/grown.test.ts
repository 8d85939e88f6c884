import { PEOPLE } from '../../../sandbox/site/people';
import { growProject } from '../../../sandbox/sample/grownProject';
import { SiteDatabase } from '../../../sandbox/site/store';

const ALL = { text: '1', values: [] };

describe('a grown project', () => {
  it('is the same for the same seed, and shaped like a real one', () => {
    const [one, other] = [new SiteDatabase(null, PEOPLE), new SiteDatabase(null, PEOPLE)];
    for (const site of [one, other]) growProject(site, { issues: 500, seed: 7, until: Date.parse('2026-03-01') });
    expect(one.count(ALL)).toBe(500);
    for (const key of ['GROWN-1', 'GROWN-77', 'GROWN-500']) expect(one.findIssue(key)).toEqual(other.findIssue(key));
    const issues = one.issues(one.projects()[0]?.id ?? '', { offset: 0, limit: 500 }).issues;
    expect(new Set(issues.map(({ statusCategory }) => statusCategory)).size).toBe(3);
    expect(Math.max(...issues.map(({ id }) => one.links(id).length))).toBeGreaterThan(5);
    expect(issues.some(({ subtask, parentKey }) => subtask && parentKey !== null)).toBe(true);
    one.close();
    other.close();
  });
});
