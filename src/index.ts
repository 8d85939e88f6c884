// modules: jira:issuePanel feedback-panel
export { feedbackResolver } from './entry/feedback-panel/resolver';

// modules: trigger lifecycle
export { onLifecycle } from './entry/lifecycle/onLifecycle';

// modules: scheduledTrigger hourly
export { onHourly } from './entry/hourly/onHourly';
