/** The tables of what issue properties were given; see `migrations.ts` for the rules. */
export const PROPERTY_MIGRATIONS: readonly { readonly name: string; readonly statement: string }[] = [
  {
    name: 'v040_issue_property',
    statement: `CREATE TABLE IF NOT EXISTS issue_property (
      issue_id VARCHAR(20) NOT NULL,
      open_changes INT NOT NULL,
      tier_rank INT NOT NULL,
      open_feedback INT NOT NULL,
      overdue_feedback INT NOT NULL,
      given_at BIGINT NOT NULL,
      not_before BIGINT NOT NULL,
      givings INT NOT NULL,
      PRIMARY KEY (issue_id)
    )`,
  },
  {
    name: 'v041_property_pause',
    statement: `CREATE TABLE IF NOT EXISTS property_pause (
      id INT NOT NULL,
      until_at BIGINT NOT NULL,
      PRIMARY KEY (id)
    )`,
  },
];
