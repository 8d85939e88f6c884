import type { StatusCategory } from '../../api';

/** A status in the colour of its category. */
export function Lozenge({ status, category }: { readonly status: string; readonly category: StatusCategory }) {
  return <span className={`lozenge lozenge-${category}`}>{status}</span>;
}
