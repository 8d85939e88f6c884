/** Notes something that a developer may want to know. Never anything a person wrote, nor who they are. */
export function logNotice(message: string): void {
  console.info(message);
}

/** Notes a failure that somebody should look into. Never anything a person wrote, nor who they are. */
export function logFailure(message: string): void {
  console.error(message);
}
