// modules: jira:issuePanel feedback-panel
export { feedbackResolver } from './entry/feedback-panel/resolver';

// modules: jira:projectSettingsPage project-settings
export { projectSettingsResolver } from './entry/project-settings/resolver';

// modules: jira:adminPage site-settings
export { siteSettingsResolver } from './entry/site-settings/resolver';

// modules: jira:issuePanel impact-panel
export { impactResolver } from './entry/impact-panel/resolver';

// modules: jira:issueContext impact-context
export { contextResolver } from './entry/impact-context/resolver';
export { impactBadge } from './entry/impact-context/badge';

// modules: trigger lifecycle
export { onLifecycle } from './entry/lifecycle/onLifecycle';

// modules: scheduledTrigger hourly
export { onHourly } from './entry/hourly/onHourly';

// modules: trigger jira-events
export { onJiraEvent } from './entry/jira-events/onJiraEvent';

// modules: scheduledTrigger mirror-sync
export { onMirrorSync } from './entry/mirror-sync/onMirrorSync';

// modules: scheduledTrigger property-sync
export { onPropertySync } from './entry/property-sync/onPropertySync';

// modules: scheduledTrigger notices
export { onNotices } from './entry/notices/onNotices';

// modules: trigger confluence-events
export { onPageEvent } from './entry/confluence-events/onPageEvent';

// modules: consumer mirror-rebuild
export { onMirrorRebuild } from './entry/mirror-rebuild/onMirrorRebuild';

// modules: macro requirement-status
export { statusResolver } from './entry/requirement-status/resolver';
export { exportAdf as exportStatus } from './entry/requirement-status/exportAdf';
