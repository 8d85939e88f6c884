import { remainingMilliseconds } from '../../adapters/invocation';
import { jiraPost } from '../../adapters/jira/jiraPost';
import { logNotice } from '../../adapters/log/log';
import { sqlNotices } from '../../adapters/sql/sqlNotices';
import type { NoticeOutside } from '../../application/notices/ports';
import { sendNotices } from '../../application/notices/sendNotices';
import { Refusal } from '../../application/refusal';
import { outside } from '../outside';
import { compose } from './compose';

const noticeOutside: NoticeOutside = {
  journal: outside.journal,
  notices: sqlNotices,
  post: jiraPost,
  now: outside.now,
  remaining: remainingMilliseconds,
  compose,
};

/** Hourly: tells people, in their morning, of overdue answers and waiting decisions. */
export async function onNotices(): Promise<void> {
  try {
    const told = await sendNotices(noticeOutside);
    if (told > 0) logNotice(`told ${told} people of what waits`);
  } catch (error) {
    // The next hour of the same morning goes on with those who have not been told.
    if (!(error instanceof Refusal)) throw error;
    logNotice(`notifications wait: ${error.code}`);
  }
}
