/** Where events name issues, at any depth. */
const NAMING: ReadonlySet<string> = new Set(['issueId', 'requirements', 'dropped', 'affected', 'missed']);

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.flatMap(stringsIn) : [];
}

/** Ids of all issues that the data of an event names, whatever its type. */
export function issuesNamed(data: object): readonly string[] {
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) => {
    if (NAMING.has(key)) return stringsIn(value);
    return typeof value === 'object' && value !== null ? issuesNamed(value) : [];
  });
}
