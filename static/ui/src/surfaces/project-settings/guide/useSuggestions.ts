import { useEffect, useState } from 'react';
import type { SettingProposals } from '../../../../../../src/contract/settingProposals';
import { call } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { suggestionsFrom, type Suggestions } from './steps';

const PAUSE_MILLISECONDS = 2_000;
/** Two minutes: larger projects are set up without what they could propose. */
const MOST_QUESTIONS = 60;

interface Suggested {
  readonly suggestions: Suggestions;
  readonly isReading: boolean;
}

/** Has a project read that the app does not know yet: what it proposes rests on that, and so does all else. */
async function haveRead(projectId: string): Promise<void> {
  await call('mirror.rebuild', { commandId: crypto.randomUUID(), projectId });
}

/** What the project speaks for, which comes while it is being read. A project that cannot be asked proposes nothing. */
export function useSuggestions(): Suggested {
  const { t, context } = usePage();
  const { projectId, timeZone } = context;
  const [answer, setAnswer] = useState<SettingProposals | 'none' | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    async function ask(count: number): Promise<void> {
      const outcome = await call('settings.propose', { projectId });
      if (isOver) return;
      setAnswer(outcome.ok ? outcome.data : 'none');
      if (!outcome.ok || outcome.data.mirror === 'ready' || count >= MOST_QUESTIONS) return;
      if (outcome.data.mirror === 'none' && count === 1) await haveRead(projectId);
      timer = setTimeout(() => void ask(count + 1), PAUSE_MILLISECONDS);
    }
    void ask(1);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [projectId]);
  const proposals = answer === null || answer === 'none' ? [] : answer.proposals;
  const isReading = answer === null || (answer !== 'none' && answer.mirror !== 'ready');
  return { suggestions: suggestionsFrom(t, isReading ? [] : proposals, timeZone), isReading };
}
