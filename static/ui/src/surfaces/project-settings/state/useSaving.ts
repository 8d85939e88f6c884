import { useState } from 'react';
import type { SettingsView } from '../../../../../../src/contract/settings';
import { usePage } from '../../../lib/Page';
import { useDraft } from '../../../lib/useDraft';
import { useSubmission } from '../../../lib/useSubmission';
import { usePlace } from './place';
import { choicesOf, parseTyped, typedOf } from './typed';

/** What has been typed on all pages, and how it is saved, forgotten, or held against what somebody else saved. */
export function useSaving(view: SettingsView, onView: (view: SettingsView) => void) {
  const { t, announce } = usePage();
  const place = usePlace();
  const saved = typedOf(view.choices);
  const draft = useDraft('settings', saved, parseTyped);
  const [base, setBase] = useState(view.version);
  const submission = useSubmission(draft);
  const { command, submit, forgetProblems } = submission;

  return {
    ...submission,
    draft,
    isChanged: JSON.stringify(draft.value) !== JSON.stringify(saved),
    save: async (value = draft.value): Promise<void> => {
      const { choices, problems } = choicesOf(value);
      const { commandId } = draft;
      const send = () => place.save({ commandId, expectedVersion: base, choices });
      const stored = await submit({ problems, send });
      if (stored === null) return;
      announce(t('settings.saved'));
      onView(stored);
    },
    discard: (): void => {
      draft.discard();
      forgetProblems();
      command.clear();
    },
    keepMine: (version: number): void => {
      setBase(version);
      command.clear();
    },
    takeTheirs: (theirs: SettingsView): void => {
      draft.discard();
      onView(theirs);
    },
  };
}
