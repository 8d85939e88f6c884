/** Ids of things that the sandbox knows by name only: made from the name, so always the same. */
export function idOfName(kind: string, name: string): string {
  let hash = 2_166_136_261;
  for (const character of `${kind}/${name}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return String(10_000 + ((hash >>> 0) % 90_000));
}
