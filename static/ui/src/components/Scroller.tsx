import type { ReactNode, Ref } from 'react';

interface ScrollerProps {
  readonly label: string;
  /** Whether it also scrolls up and down, in a frame of limited height. */
  readonly isLong?: boolean;
  readonly scrollerRef?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

/** Holds a table that may be wider than the panel; the keyboard can scroll it. */
export function Scroller({ label, isLong = false, scrollerRef, children }: ScrollerProps) {
  return (
    <div
      className={isLong ? 'scroller scroller-long' : 'scroller'}
      ref={scrollerRef}
      role="region"
      // Without a place in the tab order the keyboard could not reach what lies beyond the edge.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={label}
    >
      {children}
    </div>
  );
}
