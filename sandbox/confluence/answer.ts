import { answer, RestRefusal, type RestAnswer } from '../rest/answer';

export { answer } from '../rest/answer';

const CODES: Readonly<Record<number, string>> = {
  400: 'INVALID_REQUEST_PARAMETER',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
};

/** How version 2 of Confluence's API refuses. */
export class ConfluenceRefusal extends RestRefusal {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }

  toAnswer(): RestAnswer {
    const { status, message } = this;
    const error = { status, code: CODES[status] ?? 'ERROR', title: message, detail: null };
    return answer({ errors: [error] }, { status });
  }
}

/** How version 1 refuses, which says nothing of a content that is hidden or missing either. */
export class LegacyRefusal extends ConfluenceRefusal {
  override toAnswer(): RestAnswer {
    const data = { authorized: this.status !== 403, valid: this.status !== 400, errors: [], successful: false };
    return answer({ statusCode: this.status, data, message: this.message }, { status: this.status });
  }
}

/** What Confluence may well answer, but the sandbox cannot. */
export class NotModelled extends ConfluenceRefusal {
  override readonly isIncomplete = true;

  constructor(what: string) {
    super(400, `The sandbox does not model ${what}.`);
  }
}
