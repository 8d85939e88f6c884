import { useEffect, useState } from 'react';
import type { ImpactOverview } from '../../../../../../src/contract/change';
import { DraftNotice } from '../../../components/DraftNotice';
import { usePage } from '../../../lib/Page';
import { useDraft } from '../../../lib/useDraft';
import { AssessmentView } from '../result/AssessmentView';
import type { Reviewing } from '../result/reviewing';
import { storedReviews, withReview, type Review } from '../state/reviews';
import { useAssessment } from '../state/useAssessment';

/** The name under which what was said while looking is kept. */
const WHAT_IF_DRAFT = 'whatIf';
const NOTHING: readonly Review[] = [];

/** What would follow if the issue changed; corrections stay in this browser, since nothing is raised yet. */
export function WhatIf({ overview }: { readonly overview: ImpactOverview }) {
  const { t, context } = usePage();
  const { issueId } = context;
  const assessment = useAssessment();
  const { run } = assessment;
  const draft = useDraft(WHAT_IF_DRAFT, NOTHING, storedReviews);
  const [first] = useState(draft.value);
  useEffect(() => run({ issueId, reviews: [...first] }), [run, issueId, first]);

  function keep(reviews: readonly Review[]): void {
    draft.update(reviews);
    run({ issueId, reviews: [...reviews] });
  }
  const reviewing: Reviewing = {
    projectId: overview.issue.projectId,
    save: (review) => {
      keep(withReview(draft.value, review));
      return Promise.resolve(null);
    },
    reasonOf: (id) => {
      const said = draft.value.find((each) => each.issueId === id);
      return said !== undefined && 'reason' in said ? said.reason : null;
    },
  };
  return (
    <section className="group" aria-labelledby="what-if">
      <h2 id="what-if" className="heading">
        {t('impact.whatIf', { key: overview.issue.key })}
      </h2>
      <p className="quiet small">{t(overview.mayEdit ? 'impact.whatIfMeans' : 'impact.whatIfReads')}</p>
      <DraftNotice
        restoredFrom={draft.restoredFrom}
        onDiscard={() => {
          draft.discard();
          run({ issueId, reviews: [] });
        }}
      />
      <AssessmentView
        assessment={assessment}
        currency={overview.currency}
        reviewing={overview.mayEdit ? reviewing : null}
        onRun={() => run({ issueId, reviews: [...draft.value] })}
      />
    </section>
  );
}
