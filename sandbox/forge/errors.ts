/** Why an invocation gave no result. */
export class InvocationError extends Error {}

/** The invocation was ended from outside: nothing of the app ran after that. */
export class InvocationKilled extends InvocationError {
  override readonly name = 'InvocationKilled';
  constructor() {
    super('The invocation was killed.');
  }
}

/** The invocation ran longer than the platform allows. */
export class InvocationTimedOut extends InvocationError {
  override readonly name = 'InvocationTimedOut';
  constructor(milliseconds: number) {
    super(`The invocation ran longer than ${String(milliseconds)} ms.`);
  }
}

/** The platform refused the call before or after the app ran: unknown module, payload or answer too large. */
export class InvocationRefused extends InvocationError {
  override readonly name = 'InvocationRefused';
}

/** The app's function threw; `cause` is what it threw. */
export class InvocationThrew extends InvocationError {
  override readonly name = 'InvocationThrew';
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
