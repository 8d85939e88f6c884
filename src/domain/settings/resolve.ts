import type { ProjectSettings, SettingPath, SettingsChoices } from '../../contract/settings';
import { SETTING_PATHS } from '../../contract/settings';
import type { LinkRule } from '../../contract/settings';

/** The name under which a link type is compared: Jira's names differ in case only by accident. */
function linkTypeName(type: string): string {
  return type.trim().toLowerCase();
}

function withRules(builtIn: readonly LinkRule[], chosen: readonly LinkRule[]): readonly LinkRule[] {
  const replaced = new Set(chosen.map((rule) => linkTypeName(rule.type)));
  return [...chosen, ...builtIn.filter((rule) => !replaced.has(linkTypeName(rule.type)))];
}

/** What holds for a project that chose this: its choices over what is built in, link rules type by type. */
export function resolveSettings(builtIn: ProjectSettings, choices: SettingsChoices): ProjectSettings {
  const { changeControl = {}, feedback = {} } = choices;
  return {
    ...builtIn,
    ...choices,
    links: withRules(builtIn.links, choices.links ?? []),
    parents: { ...builtIn.parents, ...choices.parents },
    calendar: { ...builtIn.calendar, ...choices.calendar },
    changeControl: {
      medium: { ...builtIn.changeControl.medium, ...changeControl.medium },
      major: { ...builtIn.changeControl.major, ...changeControl.major },
      deciders: { ...builtIn.changeControl.deciders, ...changeControl.deciders },
      validityDays: changeControl.validityDays ?? builtIn.changeControl.validityDays,
    },
    feedback: {
      kinds: feedback.kinds ?? builtIn.feedback.kinds,
      names: { ...builtIn.feedback.names, ...feedback.names },
      respond: { ...builtIn.feedback.respond, ...feedback.respond },
      resolve: { ...builtIn.feedback.resolve, ...feedback.resolve },
      answer: { ...builtIn.feedback.answer, ...feedback.answer },
    },
    notifications: { ...builtIn.notifications, ...choices.notifications },
    cost: { ...builtIn.cost, ...choices.cost },
  };
}

/** The value at the path; undefined where nothing is chosen. */
export function chosenAt(choices: SettingsChoices, path: SettingPath): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return Reflect.get(value, key);
  }, choices);
}

/** The paths at which two sets of choices differ. */
export function differingPaths(before: SettingsChoices, after: SettingsChoices): readonly SettingPath[] {
  const same = (path: SettingPath) => JSON.stringify(chosenAt(before, path)) === JSON.stringify(chosenAt(after, path));
  return SETTING_PATHS.filter((path) => !same(path));
}
