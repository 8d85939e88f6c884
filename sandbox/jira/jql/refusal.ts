import { JiraRefusal } from '../answer';

/** JQL that Jira refuses too. */
export function wrong(message: string): JiraRefusal {
  return new JiraRefusal(400, message);
}
