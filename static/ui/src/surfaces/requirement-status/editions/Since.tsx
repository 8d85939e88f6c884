import { useMemo } from 'react';
import type { EditionHead, EditionView } from '../../../../../../src/contract/edition';
import type { StatusSummary } from '../../../../../../src/contract/summary';
import { usePage } from '../../../lib/Page';
import { useAnswer } from '../useAnswer';
import { compareStatus } from './compare';
import { Comparison } from './Comparison';

interface SinceProps {
  /** The state that is shown, and what of it is seen only because it was published. */
  readonly summary: StatusSummary;
  readonly seenHereOnly: readonly string[];
  /** Null for the state of now. */
  readonly shown: EditionHead | null;
  readonly other: EditionHead;
  readonly isOpen: boolean;
}

function inOrder({ summary, seenHereOnly, shown, other }: SinceProps, view: EditionView) {
  const unseen = new Set([...seenHereOnly, ...view.seenHereOnly]);
  const isLater = shown !== null && shown.frozenAt < other.frozenAt;
  const [before, after] = isLater ? [summary, view.summary] : [view.summary, summary];
  return compareStatus(before, after, unseen);
}

/** What changed between an edition and the state that is shown. */
export function Since(props: SinceProps) {
  const { t, formats } = usePage();
  const { other, shown, summary, isOpen } = props;
  const { answer } = useAnswer('edition.show', { editionId: other.id });
  const view = answer.phase === 'ready' ? answer.data : null;
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const differences = useMemo(() => (view === null ? [] : inOrder(props, view)), [view, summary]);
  if (view === null || view.head.isErased) return null;
  const name = other.name ?? t('edition.noName');
  const words = { number: other.number, name, day: formats.day(other.date) };
  const title =
    shown !== null && shown.frozenAt < other.frozenAt ? t('edition.until', words) : t('edition.since', words);
  return <Comparison title={title} differences={differences} isOpen={isOpen} />;
}
