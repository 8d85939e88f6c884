import { useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { SwapOffer } from '../../../../../../src/contract/impact';
import type { IssueLabel } from '../../../../../../src/contract/issues';
import { FailureNotice } from '../../../components/FailureNotice';
import { IssueLink } from '../../../components/IssueLink';
import { call } from '../../../lib/call';
import { effortOf, type TypedEffort } from '../../../lib/effort';
import { usePage } from '../../../lib/Page';
import { useCommand } from '../../../lib/useCommand';
import { effortText } from '../state/effortText';

interface SwapPickerProps {
  readonly changeId: string;
  /** What the offers should come close to. */
  readonly effort: TypedEffort;
  readonly dropped: readonly IssueLabel[];
  readonly problem: string | undefined;
  readonly onChange: (dropped: readonly IssueLabel[]) => void;
}

interface ChoiceProps {
  readonly issue: IssueLabel;
  readonly detail: string | null;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

function Choice({ issue, detail, chosen, onToggle }: ChoiceProps) {
  const id = useId();
  return (
    <div className="check swap">
      <input id={id} type="checkbox" checked={chosen} onChange={onToggle} />
      <label htmlFor={id}>
        {issue.summary}
        {detail === null ? null : <span className="quiet small"> {detail}</span>}
      </label>
      <IssueLink issue={issue} />
    </div>
  );
}

/** Requirements that have not been begun and take about as much: what could be dropped for the change. */
export function SwapPicker({ changeId, effort, dropped, problem, onChange }: SwapPickerProps) {
  const { t, formats } = usePage();
  const [offers, setOffers] = useState<readonly SwapOffer[] | null>(null);
  const command = useCommand();
  const typed = effortOf(effort);

  async function search(): Promise<void> {
    if (typed === null) return;
    const found = await command.run(() => call('impact.swaps', { changeId, effort: typed }));
    if (found !== null) setOffers(found);
  }

  const offered = new Set((offers ?? []).map(({ issue }) => issue.id));
  const isDropped = (id: string): boolean => dropped.some((issue) => issue.id === id);
  const toggle = ({ id, key, summary }: IssueLabel): void =>
    onChange(isDropped(id) ? dropped.filter((issue) => issue.id !== id) : [...dropped, { id, key, summary }]);
  return (
    <fieldset className="field" aria-describedby={problem === undefined ? undefined : `swap-problem-${changeId}`}>
      <legend className="field-label">{t('change.swap.title')}</legend>
      {dropped
        .filter(({ id }) => !offered.has(id))
        .map((issue) => (
          <Choice key={issue.id} issue={issue} detail={null} chosen onToggle={() => toggle(issue)} />
        ))}
      {(offers ?? []).map(({ issue, status, effort: takes }) => (
        <Choice
          key={issue.id}
          issue={issue}
          detail={`${effortText(t, formats, takes)}, ${status}`}
          chosen={isDropped(issue.id)}
          onToggle={() => toggle(issue)}
        />
      ))}
      {offers?.length === 0 ? <p className="quiet">{t('change.swap.none')}</p> : null}
      {typed === null ? (
        <p className="field-hint">{t('change.swap.effortFirst')}</p>
      ) : (
        <div className="button-row">
          <Button spacing="compact" onClick={() => void search()}>
            {t(command.busy ? 'list.loading' : 'change.swap.search')}
          </Button>
        </div>
      )}
      {problem === undefined ? null : (
        <p className="field-problem" role="alert" id={`swap-problem-${changeId}`}>
          {dropped.length === 0 ? t('change.swap.missing') : problem}
        </p>
      )}
      {command.failure === null ? null : <FailureNotice failure={command.failure} onRetry={() => void search()} />}
    </fieldset>
  );
}
