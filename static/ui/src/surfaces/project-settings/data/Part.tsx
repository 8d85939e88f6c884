import type { ReactNode } from 'react';
import { useId } from 'react';

interface PartProps {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

/** One thing that can be done with the project's data, under its heading. */
export function Part({ title, about, children }: PartProps) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h2 className="heading" id={id}>
        {title}
      </h2>
      <p className="quiet">{about}</p>
      {children}
    </section>
  );
}

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** Zero while it is not known. */
  readonly total: number;
}

/** How far something is, as a bar and in words. */
export function Progress({ label, done, total }: ProgressProps) {
  return (
    <div className="progress" role="status">
      <span>{label}</span>
      {total > 0 ? (
        <progress aria-label={label} value={Math.min(done, total)} max={total} />
      ) : (
        <progress aria-label={label} />
      )}
    </div>
  );
}
