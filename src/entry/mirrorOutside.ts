import { v7 as newId } from 'uuid';
import { remainingMilliseconds } from '../adapters/invocation';
import { jiraMirrorSource } from '../adapters/jira/jiraMirrorSource';
import { logNotice } from '../adapters/log/log';
import { rebuildQueue } from '../adapters/queue/rebuildQueue';
import { sqlMirror } from '../adapters/sql/sqlMirror';
import type { MirrorOutside } from '../application/mirror/ports';

/** The outside world of the mirror, which reads as the app. */
export const mirrorOutside: MirrorOutside = {
  source: jiraMirrorSource,
  mirror: sqlMirror,
  queue: rebuildQueue,
  now: () => Date.now(),
  newId,
  remaining: remainingMilliseconds,
  log: logNotice,
};
