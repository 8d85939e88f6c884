import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import Button from '@atlaskit/button/new';
import type { SimilarIssue } from '../../../../../../../src/contract/impact';
import { IssueLine } from '../../../../components/IssueLine';
import { usePage } from '../../../../lib/Page';
import type { Reviewing } from '../reviewing';
import { ReviewForm } from './ReviewForm';

interface SimilarIssuesProps {
  readonly similar: readonly SimilarIssue[];
  readonly reviewing: Reviewing | null;
}

/** Issues with a similar text: possible, never certain, and counted only when somebody takes them in. */
export function SimilarIssues({ similar, reviewing }: SimilarIssuesProps) {
  const { t, formats } = usePage();
  const [taken, setTaken] = useState<string | null>(null);
  const section = useRef<HTMLElement>(null);
  if (similar.length === 0) return null;

  function leave(issueId: string, saved: boolean): void {
    flushSync(() => setTaken(null));
    (saved ? section.current : document.getElementById(`include-${issueId}`))?.focus();
  }
  return (
    <section ref={section} tabIndex={-1} className="group similar" aria-label={t('impact.similar.title')}>
      <h4 className="heading-small">{t('impact.similar.title')}</h4>
      <p className="quiet small">{t('impact.similar.means')}</p>
      <ul className="issue-lines">
        {similar.map(({ issue, similarity, shared }) => (
          <IssueLine key={issue.id} issue={issue}>
            <span className="quiet small">
              {t('impact.similar.shared', { share: formats.percent(similarity), words: formats.list(shared) })}
            </span>
            {reviewing === null || taken === issue.id ? null : (
              <Button
                id={`include-${issue.id}`}
                appearance="subtle"
                spacing="compact"
                aria-label={t('impact.review.includeOf', { key: issue.key })}
                onClick={() => setTaken(issue.id)}
              >
                {t('impact.review.include')}
              </Button>
            )}
            {reviewing === null || taken !== issue.id ? null : (
              <ReviewForm
                kind="include"
                issue={issue}
                effort={null}
                reviewing={reviewing}
                onLeave={(saved) => leave(issue.id, saved)}
              />
            )}
          </IssueLine>
        ))}
      </ul>
    </section>
  );
}
