import type { ReactNode } from 'react';

/** Holds a table that may be wider than the panel; the keyboard can scroll it. */
export function Scroller({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // Without a place in the tab order the keyboard could not reach what lies beyond the edge.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroller" role="region" tabIndex={0} aria-label={label}>
      {children}
    </div>
  );
}
