/** A request that the key-value store refuses, as it reports it. */
export class KvsFailure extends Error {
  override readonly name = 'KvsFailure';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
