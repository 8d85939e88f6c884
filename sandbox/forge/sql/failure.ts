/** A statement that the database or the platform's policy refused, as Forge SQL reports it. */
export class SqlFailure extends Error {
  override readonly name = 'SqlFailure';
  readonly code: string;
  readonly status: number;
  readonly debug: Readonly<Record<string, unknown>> | null;

  private constructor(code: string, status: number, message: string, debug: Readonly<Record<string, unknown>> | null) {
    super(message);
    this.code = code;
    this.status = status;
    this.debug = debug;
  }

  /** The database's own refusal, with MySQL's number and name for it. */
  static ofDatabase(errno: number, code: string, sqlState: string, message: string): SqlFailure {
    return new SqlFailure('SQL_EXECUTION_ERROR', 400, message, { errno, code, sqlState, sqlMessage: message });
  }

  static syntax(message: string): SqlFailure {
    return SqlFailure.ofDatabase(1064, 'ER_PARSE_ERROR', '42000', `You have an error in your SQL syntax; ${message}`);
  }

  static invalid(message: string): SqlFailure {
    return new SqlFailure('INVALID_SQL_QUERY', 400, message, null);
  }

  static policy(message: string): SqlFailure {
    return new SqlFailure('SQL_POLICY_VIOLATION', 403, message, null);
  }

  static timedOut(): SqlFailure {
    return new SqlFailure('QUERY_TIMED_OUT', 408, 'The query ran longer than it may.', null);
  }

  static tooMany(limit: string): SqlFailure {
    return new SqlFailure('RATE_LIMIT_EXCEEDED', 429, `More than ${limit}.`, null);
  }

  static tooLarge(message: string): SqlFailure {
    return new SqlFailure('SQL_EXECUTION_ERROR', 413, message, null);
  }

  toBody(): Record<string, unknown> {
    return { code: this.code, message: this.message, context: this.debug ? { debug: this.debug } : {} };
  }
}
