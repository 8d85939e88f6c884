import { useState } from 'react';
import { usePage } from '../../../lib/Page';
import { VALUES_PAGES, type ValuesPage } from '../state/pages';

const SKIPPED = 'guide-skipped';

interface Guide {
  readonly isOpen: boolean;
  /** Null where there is nothing to be guided through: the settings have been saved before. */
  readonly open: (() => void) | null;
  readonly close: () => void;
}

/**
 * Whether the guided start is shown: on the first page, in a project that nobody has set up, until it is skipped or
 * finished.
 */
export function useGuide(isNew: boolean, page: ValuesPage, onPage: (route: string) => void): Guide {
  const { drafts } = usePage();
  const [isWanted, setIsWanted] = useState(() => isNew && drafts.read(SKIPPED) === null);
  const [first] = VALUES_PAGES;
  function open(): void {
    setIsWanted(true);
    onPage(first.route);
  }
  return {
    isOpen: isWanted && page === first,
    open: isNew ? open : null,
    close: () => {
      setIsWanted(false);
      drafts.write(SKIPPED, { value: true, commandId: '', savedAt: Date.now() });
    },
  };
}
