import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { IssueLabel } from '../../../../../../../src/contract/issues';
import { IssuePicker } from '../../../../components/IssuePicker';
import { usePage } from '../../../../lib/Page';
import type { Reviewing } from '../reviewing';
import { ReviewForm } from './ReviewForm';

/** Takes in an issue that the analysis did not find. */
export function AddIssue({ reviewing }: { readonly reviewing: Reviewing }) {
  const { t } = usePage();
  const [issue, setIssue] = useState<IssueLabel | null>(null);
  const place = useRef<HTMLDivElement>(null);

  function leave(): void {
    flushSync(() => setIssue(null));
    place.current?.querySelector('input')?.focus();
  }
  return (
    <div ref={place} className="group">
      {issue === null ? (
        <IssuePicker
          label={t('impact.review.add')}
          hint={t('impact.review.addHint')}
          projectId={reviewing.projectId}
          without={[]}
          onPick={setIssue}
        />
      ) : (
        <ReviewForm kind="include" issue={issue} effort={null} reviewing={reviewing} onLeave={leave} />
      )}
    </div>
  );
}
