import type { MirrorStore } from '../../application/mirror/ports';
import { mirrorDays } from './mirrorDays';
import { mirrorIssues } from './mirrorIssues';
import { mirrorJobs } from './mirrorJobs';
import { mirrorNotes } from './mirrorNotes';

/** The mirror in Forge SQL. */
export const sqlMirror: MirrorStore = { ...mirrorJobs, ...mirrorNotes, ...mirrorIssues, ...mirrorDays };
