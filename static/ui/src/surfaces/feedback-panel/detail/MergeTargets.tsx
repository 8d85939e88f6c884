import type { FeedbackSummary } from '../../../../../../src/contract/feedback';
import { StateLozenge } from '../../../components/Lozenge';
import { usePage } from '../../../lib/Page';
import { contactName } from '../../../components/contact/contactName';
import { excerptOf } from '../state/excerpt';

interface MergeTargetsProps {
  readonly targets: readonly FeedbackSummary[];
  readonly chosen: string | null;
  /** Whether the issue has more items than are loaded. */
  readonly partial: boolean;
  readonly onChoose: (feedbackId: string) => void;
}

/** The items that another one can be merged into, one to be chosen. */
export function MergeTargets({ targets, chosen, partial, onChoose }: MergeTargetsProps) {
  const { t } = usePage();
  return (
    <fieldset className="targets">
      <legend className="visually-hidden">{t('merge.targets')}</legend>
      {targets.length === 0 ? <p className="quiet">{t('merge.none')}</p> : null}
      {targets.map((target) => (
        <div key={target.id} className="target">
          <input
            id={`merge-${target.id}`}
            type="radio"
            name="merge-target"
            checked={target.id === chosen}
            aria-describedby={`merge-by-${target.id}`}
            onChange={() => onChoose(target.id)}
          />
          <div className="target-text">
            <label htmlFor={`merge-${target.id}`} className="clamped target-label">
              {excerptOf(t, target)}
            </label>
            <span className="meta" id={`merge-by-${target.id}`}>
              <StateLozenge state={target.state} />
              <span>{contactName(t, target.contact)}</span>
            </span>
          </div>
        </div>
      ))}
      {partial ? <p className="quiet">{t('merge.partial')}</p> : null}
    </fieldset>
  );
}
