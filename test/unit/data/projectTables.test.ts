import { MIGRATIONS } from '../../../src/adapters/sql/migrations';
import { PROJECT_TABLES } from '../../../src/adapters/sql/projectTables';

/** What belongs to no project: names and answers of the whole site, and the app's own notes of its work. */
const OF_NO_PROJECT = [
  'mirror_link_type',
  'query_answer',
  'issue_property',
  'property_pause',
  'page_note',
  'project_erasure',
  'account_report',
];

const made = MIGRATIONS.flatMap(({ statement }) => /^CREATE TABLE IF NOT EXISTS (\w+)/u.exec(statement)?.[1] ?? []);

describe('the tables that are erased with a project', () => {
  it('are all tables there are, but those that belong to no project', () => {
    const erased = PROJECT_TABLES.map(({ table }) => table);
    expect([...erased, ...OF_NO_PROJECT].toSorted()).toEqual(made.toSorted());
  });

  it('stand in an order in which nothing is deleted that another table is found by', () => {
    const place = (table: string) => PROJECT_TABLES.findIndex((each) => each.table === table);
    expect(place('edition')).toBeLessThan(place('journal'));
    for (const table of ['mirror_change', 'mirror_link', 'mirror_dirty']) {
      expect(place(table)).toBeLessThan(place('mirror_issue'));
    }
  });
});
