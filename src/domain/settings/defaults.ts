import { FEEDBACK_KINDS } from '../../contract/vocabulary';
import type { LinkRule, ProjectSettings } from '../../contract/settings';

type Rule = readonly [
  names: readonly string[],
  meaning: LinkRule['meaning'],
  subject: LinkRule['subject'],
  out: number,
  back: number,
];

/**
 * Jira's own link types and the common ones beside them, in English and Chinese. A change travels strongly to whatever
 * depends on, implements or tests the changed issue, weakly against that direction.
 */
const LINK_RULES: readonly Rule[] = [
  [['Blocks', '阻塞'], 'dependsOn', 'destination', 0.8, 0.2],
  [['Dependency', 'Depends', 'Dependent', 'Depend', 'Requires', '依赖'], 'dependsOn', 'source', 0.2, 0.8],
  [['Implements', 'Implement', 'Implementation', 'Addresses', 'Realizes', '实现'], 'implements', 'source', 0.4, 0.9],
  [['Tests', 'Test', 'Tested', 'Verifies', '测试'], 'tests', 'source', 0.2, 0.9],
  [['Contains', 'Incorporates', 'Incorporate', 'Issue split', 'Split', '包含', '拆分'], 'contains', 'source', 0.7, 0.4],
  [['Problem/Incident', 'Causes', 'Cause', '导致'], 'dependsOn', 'destination', 0.6, 0.2],
  [['Duplicate', 'Duplicates', '重复'], 'duplicates', 'source', 0.6, 0.6],
  [['Cloners', 'Clones', 'Cloned', '克隆'], 'relates', 'source', 0.3, 0.3],
  [['Relates', 'Related', 'Relate', 'Reference', '关联', '相关'], 'relates', 'source', 0.3, 0.3],
];

function rules([names, meaning, subject, alongOutward, alongInward]: Rule): readonly LinkRule[] {
  return names.map((type) => ({ type, meaning, subject, alongOutward, alongInward }));
}

/** What holds where nobody chose anything. */
export const DEFAULT_SETTINGS: ProjectSettings = {
  requirementTypes: [
    'Story',
    'User Story',
    'Requirement',
    'Feature',
    'Epic',
    '需求',
    '用户故事',
    '故事',
    '特性',
    '史诗',
  ],
  testTypes: ['Test', 'Test Case', 'Test Execution', '测试', '测试用例'],
  defectTypes: ['Bug', 'Defect', 'Fault', '缺陷', '故障'],
  deliveredStatuses: [],
  links: LINK_RULES.flatMap(rules),
  parents: { toChildren: 0.8, toParent: 0.5 },
  calendar: {
    timeZone: null,
    workingDays: [1, 2, 3, 4, 5],
    opens: 9,
    closes: 17,
    holidays: [],
    extraWorkingDays: [],
  },
  capacityPerWeek: null,
  changeControl: {
    medium: { days: 3, money: null, percent: 2 },
    major: { days: 15, money: null, percent: 10 },
    deciders: { minor: [], medium: [], major: [] },
    validityDays: 30,
  },
  feedback: {
    kinds: FEEDBACK_KINDS,
    names: { nice: null, important: null, critical: null },
    respond: { nice: 24, important: 8, critical: 4 },
    resolve: { nice: 40, important: 15, critical: 5 },
    answer: { nice: 10, important: 3, critical: 1 },
  },
  notifications: { overdue: true, decisions: true, told: ['handler'] },
  cost: { currency: 'USD', ratePerDay: null, budget: null },
  tuneLinks: true,
  editorsFreeze: true,
  editionsKeptMonths: null,
};
