import { useEffect, useId, useState } from 'react';
import type { ChangeDetail, ChangeOption, ImpactOverview } from '../../../../../../src/contract/change';
import { canEditChange } from '../../../../../../src/contract/changeLifecycle';
import { IssueLine } from '../../../components/IssueLine';
import { call, type Failure } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { tabs } from '../../../lib/tabs';
import { AssessmentView } from '../result/AssessmentView';
import { ImpactView } from '../result/ImpactView';
import type { Reviewing } from '../result/reviewing';
import { effortText } from '../state/effortText';
import type { Review } from '../state/reviews';
import { useAssessment } from '../state/useAssessment';
import { optionName } from './optionName';
import { target } from './operations';
import { TierLozenge } from './Lozenges';

interface OptionsProps {
  readonly change: ChangeDetail;
  readonly overview: ImpactOverview;
  readonly reload: () => Promise<void>;
  readonly onChanged: () => Promise<void>;
}

function OptionFacts({ option, currency }: { readonly option: ChangeOption; readonly currency: string }) {
  const { t, formats } = usePage();
  const { effort, fixedCost, dropped, droppedHidden } = option;
  return (
    <>
      <p className="meta">
        <span>
          {effort === null
            ? t('change.option.noEffort')
            : t('change.option.ownEffort', { effort: effortText(t, formats, effort) })}
        </span>
        {fixedCost === 0 ? null : (
          <span>{t('change.option.ownCost', { money: formats.money(fixedCost, currency) })}</span>
        )}
      </p>
      {dropped.length + droppedHidden === 0 ? null : (
        <>
          <p className="small">{t('change.swap.dropped')}</p>
          <ul className="issue-lines">
            {dropped.map((issue) => (
              <IssueLine key={issue.id} issue={issue} />
            ))}
          </ul>
          {droppedHidden === 0 ? null : <p className="quiet">{t('impact.hidden', { count: droppedHidden })}</p>}
        </>
      )}
    </>
  );
}

/** The impact of an option as it is now; corrections become part of the change request. */
function LiveImpact({ option, ...props }: OptionsProps & { readonly option: ChangeOption }) {
  const { change, overview, reload, onChanged } = props;
  const assessment = useAssessment();
  const { run } = assessment;
  const { id: changeId, version } = change;
  const { id: optionId } = option;
  useEffect(() => run({ changeId, optionId, reviews: [] }), [run, changeId, optionId, version]);

  async function save(review: Review): Promise<Failure | null> {
    const outcome = await call('change.review', { ...target(change, crypto.randomUUID()), reviews: [review] });
    if (outcome.ok || outcome.failure.code === 'CONFLICT') await reload();
    if (!outcome.ok) return outcome.failure;
    await onChanged();
    return null;
  }
  const reviewing: Reviewing = {
    save,
    projectId: overview.issue.projectId,
    reasonOf: (id) => change.reviews.find(({ issueId }) => issueId === id)?.reason ?? null,
  };
  return (
    <AssessmentView
      assessment={assessment}
      currency={overview.currency}
      reviewing={change.may.edit && canEditChange(change.state) ? reviewing : null}
      onRun={() => run({ changeId, optionId, reviews: [] })}
    />
  );
}

function FrozenImpact({
  change,
  option,
  currency,
}: {
  readonly change: ChangeDetail;
  readonly option: ChangeOption;
  readonly currency: string;
}) {
  const { t, formats } = usePage();
  const { frozen } = change;
  const found = frozen?.results.find(({ optionId }) => optionId === option.id);
  if (frozen === null || found === undefined) return <p className="quiet">{t('change.frozen.none')}</p>;
  return (
    <>
      <p className="row-top">
        <TierLozenge tier={found.tier} />
        <span>
          {frozen.deciders.length === 0
            ? t('change.frozen.noDeciders')
            : t('change.frozen.deciders', { deciders: formats.list(frozen.deciders) })}
        </span>
      </p>
      <ImpactView result={found.result} currency={currency} reviewing={null} />
      <details className="small">
        <summary>{t('change.frozen.at', { when: formats.moment(frozen.at) })}</summary>
        <p className="quiet digest">{t('change.frozen.proof', { engine: frozen.engine, digest: frozen.digest })}</p>
      </details>
    </>
  );
}

/** The options, each with its own impact: live until it is frozen, then as it was. */
export function Options(props: OptionsProps) {
  const { change, overview } = props;
  const { t } = usePage();
  const prefix = useId();
  const ids = change.options.map(({ id }) => id);
  const [wanted, setWanted] = useState(change.decision?.optionId ?? ids[0] ?? '');
  const chosen = ids.includes(wanted) ? wanted : (ids[0] ?? '');
  const option = change.options.find(({ id }) => id === chosen);
  const isFrozen = change.frozen !== null && change.state !== 'draft' && change.state !== 'assessing';
  const isOver = change.state === 'withdrawn';
  const { tab, panel } = tabs(prefix, ids, chosen, setWanted);
  if (option === undefined) return null;
  return (
    <section className="group" aria-label={t('change.field.options')}>
      <h3 className="heading-small">{t(isFrozen ? 'change.option.frozenTitle' : 'change.option.liveTitle')}</h3>
      <div className="option-tabs" role="tablist" aria-label={t('change.field.options')}>
        {change.options.map((each, index) => (
          <button key={each.id} className="filter" {...tab(each.id)}>
            {optionName(t, each, index)}
          </button>
        ))}
      </div>
      <div {...panel} className="group">
        <OptionFacts option={option} currency={overview.currency} />
        {isFrozen ? (
          <FrozenImpact change={change} option={option} currency={overview.currency} />
        ) : isOver || overview.readiness.state !== 'ready' ? (
          <p className="quiet">{t(isOver ? 'change.option.over' : 'change.option.notReady')}</p>
        ) : (
          <LiveImpact key={option.id} {...props} option={option} />
        )}
      </div>
    </section>
  );
}
