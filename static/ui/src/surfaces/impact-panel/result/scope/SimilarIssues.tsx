import { useState } from 'react';
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
  if (similar.length === 0) return null;
  return (
    <section className="group similar" aria-label={t('impact.similar.title')}>
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
                onLeave={() => setTaken(null)}
              />
            )}
          </IssueLine>
        ))}
      </ul>
    </section>
  );
}
