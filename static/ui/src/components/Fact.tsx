import type { ReactNode } from 'react';

/** One line of a list of facts (`<dl className="facts">`). */
export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A fact in somebody's own words; nothing where there are none. */
export function LongText({ label, text }: { readonly label: string; readonly text: string | null }) {
  if (text === null) return null;
  return (
    <Fact label={label}>
      <span className="prose">{text}</span>
    </Fact>
  );
}
