import { createContext, useContext, type ReactNode } from 'react';
import type { FeedbackWords } from '../../../../../../src/contract/feedback';
import type { FeedbackKind, Importance } from '../../../../../../src/contract/vocabulary';
import { usePage } from '../../../lib/Page';

/** How the project speaks of feedback, as its administrators chose. */
export interface Words {
  /** The kinds that may be recorded. */
  readonly kinds: readonly FeedbackKind[];
  readonly importance: (importance: Importance) => string;
}

const Context = createContext<FeedbackWords | null>(null);

export function WordsProvider({ words, children }: { readonly words: FeedbackWords; readonly children: ReactNode }) {
  return <Context.Provider value={words}>{children}</Context.Provider>;
}

/** @throws outside of a `WordsProvider`. */
export function useWords(): Words {
  const { t } = usePage();
  const words = useContext(Context);
  if (words === null) throw new Error('useWords needs a WordsProvider above it');
  const { kinds, importances } = words;
  return { kinds, importance: (importance) => importances[importance] ?? t(`importance.${importance}`) };
}
