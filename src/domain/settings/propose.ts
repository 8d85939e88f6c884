import type { ProjectSettings } from '../../contract/settings';
import type { SettingProposal } from '../../contract/settingProposals';

/** A name with the number of issues that have it. */
export interface NameCount {
  readonly name: string;
  readonly issues: number;
}

/** What a project uses, as far as it has been read. */
export interface ProjectUse {
  readonly types: readonly NameCount[];
  /** Statuses of Jira's category "done". */
  readonly doneStatuses: readonly NameCount[];
}

const TESTS = /test|测试|试验/iu;
const DEFECTS = /bug|defect|fault|incident|error|缺陷|故障|错误/iu;
const PARTS = /^(?:sub-?task|technical task|子任务)$/iu;
/** Done without anything having been delivered. */
const WITHOUT_RESULT =
  /reject|declin|cancel|abandon|won.?t|duplicate|obsolete|invalid|拒绝|取消|作废|放弃|重复|不做|无效/iu;

function total(names: readonly NameCount[]): number {
  return names.reduce((sum, { issues }) => sum + issues, 0);
}

function proposal(
  path: SettingProposal['path'],
  reason: SettingProposal['reason'],
  names: readonly NameCount[],
): readonly SettingProposal[] {
  if (names.length === 0) return [];
  return [{ path, reason, value: names.map(({ name }) => name), issues: total(names) }];
}

function requirements(types: readonly NameCount[], { requirementTypes }: ProjectSettings): readonly SettingProposal[] {
  const known = new Set(requirementTypes.map((name) => name.toLowerCase()));
  const found = types.filter(({ name }) => known.has(name.toLowerCase()));
  if (found.length > 0) return proposal('requirementTypes', 'knownNames', found);
  const others = types.filter(({ name }) => !TESTS.test(name) && !DEFECTS.test(name) && !PARTS.test(name));
  const [most] = others.toSorted((a, b) => b.issues - a.issues);
  return most === undefined ? [] : proposal('requirementTypes', 'mostCommon', [most]);
}

/** What to choose for a project that nobody has set up yet, each with its reason. */
export function proposeSettings(use: ProjectUse, settings: ProjectSettings): readonly SettingProposal[] {
  const chosen = requirements(use.types, settings);
  const taken = new Set(chosen.flatMap(({ value }) => value));
  const others = use.types.filter(({ name }) => !taken.has(name));
  const delivered = use.doneStatuses.filter(({ name }) => !WITHOUT_RESULT.test(name));
  const isNarrower = delivered.length < use.doneStatuses.length;
  return [
    ...chosen,
    ...proposal(
      'testTypes',
      'similarNames',
      others.filter(({ name }) => TESTS.test(name)),
    ),
    ...proposal(
      'defectTypes',
      'similarNames',
      others.filter(({ name }) => DEFECTS.test(name) && !TESTS.test(name)),
    ),
    ...(isNarrower ? proposal('deliveredStatuses', 'withoutRejected', delivered) : []),
  ];
}
