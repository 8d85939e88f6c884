import { createContext, useContext, type ReactNode } from 'react';
import type { PageContext } from './bridge';
import type { Drafts } from './drafts';
import type { Formats } from './formats';
import type { Translate } from './i18n';

/** What every component of a surface may use: who looks at which issue, and how to speak to them. */
export interface Page {
  readonly context: PageContext;
  readonly t: Translate;
  readonly formats: Formats;
  readonly drafts: Drafts;
  /** Says something to screen readers without moving the focus. */
  readonly announce: (message: string) => void;
}

const Context = createContext<Page | null>(null);

export function PageProvider({ page, children }: { readonly page: Page; readonly children: ReactNode }) {
  return <Context.Provider value={page}>{children}</Context.Provider>;
}

/** @throws outside of a `PageProvider`. */
export function usePage(): Page {
  const page = useContext(Context);
  if (page === null) throw new Error('usePage needs a PageProvider above it');
  return page;
}
