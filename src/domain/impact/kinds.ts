import type { ProjectSettings } from '../../contract/settings';
import { STATUS_CATEGORIES } from '../mirror/issue';
import { DEFAULT_SETTINGS } from '../settings/defaults';
import type { ImpactFacts } from './facts';

const DONE = STATUS_CATEGORIES.indexOf('done');
const NEW = STATUS_CATEGORIES.indexOf('new');

/** What the issues of some facts are, by their places. */
export interface Kinds {
  readonly isRequirement: (issue: number) => boolean;
  readonly isTest: (issue: number) => boolean;
  readonly isDefect: (issue: number) => boolean;
  /** Whether it is delivered, so that touching it means working twice. */
  readonly isDelivered: (issue: number) => boolean;
  /** Whether Jira counts it as done, delivered or not. */
  readonly isDone: (issue: number) => boolean;
  readonly isBegun: (issue: number) => boolean;
}

function among(names: readonly string[], chosen: readonly string[]): readonly boolean[] {
  const wanted = new Set(chosen.map((name) => name.toLowerCase()));
  return names.map((name) => wanted.has(name.toLowerCase()));
}

/** An empty list of the settings means what the app itself knows. */
function orBuiltIn(key: 'requirementTypes' | 'testTypes' | 'defectTypes', settings: ProjectSettings) {
  return settings[key].length > 0 ? settings[key] : DEFAULT_SETTINGS[key];
}

/** Tells what each issue is by the project's settings; names compare without regard to case. */
export function kindsOf({ types, statuses, issues }: ImpactFacts, settings: ProjectSettings): Kinds {
  const requirement = among(types, orBuiltIn('requirementTypes', settings));
  const test = among(types, orBuiltIn('testTypes', settings));
  const defect = among(types, orBuiltIn('defectTypes', settings));
  const delivered = among(statuses, settings.deliveredStatuses);
  const isDone = (issue: number) => issues.category[issue] === DONE;
  return {
    isRequirement: (issue) => requirement[issues.type[issue]!] === true,
    isTest: (issue) => test[issues.type[issue]!] === true,
    isDefect: (issue) => defect[issues.type[issue]!] === true,
    isDelivered:
      settings.deliveredStatuses.length === 0 ? isDone : (issue) => delivered[issues.status[issue]!] === true,
    isDone,
    isBegun: (issue) => issues.category[issue] !== NEW,
  };
}
