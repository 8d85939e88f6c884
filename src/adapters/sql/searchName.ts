/** A name as it is compared and searched, whatever its case. */
export function searchName(name: string): string {
  return name.toLowerCase();
}

/** A LIKE pattern for names that contain what was typed; `!` escapes its wild cards. */
export function containing(typed: string): string {
  return `%${searchName(typed).replace(/[!%_]/gu, '!$&')}%`;
}
