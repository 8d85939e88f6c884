import { answer, RestRefusal, type RestAnswer } from '../rest/answer';

export { answer } from '../rest/answer';

/** Jira's way of refusing. */
export class JiraRefusal extends RestRefusal {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }

  toAnswer(): RestAnswer {
    return answer({ errorMessages: [this.message], errors: {} }, { status: this.status });
  }
}

/** What Jira may well answer, but the sandbox cannot. */
export class NotModelled extends JiraRefusal {
  override readonly isIncomplete = true;

  constructor(what: string) {
    super(400, `The sandbox does not model ${what}.`);
  }
}
