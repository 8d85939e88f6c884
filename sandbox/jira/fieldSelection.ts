/** Says of a field whether a request for `*all`, `*navigable`, `a`, `-b` is about it. */
export function wantedFields(wanted: readonly string[], otherwise: '*all' | 'id'): (field: string) => boolean {
  const dropped = new Set(wanted.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const kept = new Set(wanted.filter((name) => !name.startsWith('-')));
  const all =
    kept.has('*all') || kept.has('*navigable') || (kept.size === 0 && (otherwise === '*all' || dropped.size > 0));
  return (field) => (all || kept.has(field)) && !dropped.has(field);
}
