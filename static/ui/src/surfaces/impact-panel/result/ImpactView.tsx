import { useId, useState } from 'react';
import type { ImpactResult } from '../../../../../../src/contract/impact';
import { tabs } from '../../../lib/tabs';
import { usePage } from '../../../lib/Page';
import { CostSection } from './CostSection';
import { ANSWERS, headlines, type Answer } from './headlines';
import { QualitySection } from './QualitySection';
import type { Reviewing } from './reviewing';
import './result.css';
import { ScheduleSection } from './schedule/ScheduleSection';
import { ScopeSection } from './scope/ScopeSection';
import { WaitingSection } from './WaitingSection';
import { CostWarnings, Warnings } from './Warnings';

interface ImpactViewProps {
  readonly result: ImpactResult;
  readonly currency: string;
  /** Null where nothing may be corrected. */
  readonly reviewing: Reviewing | null;
}

function Section({ answer, result, currency, reviewing }: ImpactViewProps & { readonly answer: Answer }) {
  switch (answer) {
    case 'scope':
      return <ScopeSection scope={result.scope} reviewing={reviewing} />;
    case 'schedule':
      return <ScheduleSection schedule={result.schedule} />;
    case 'cost':
      return (
        <>
          <CostSection cost={result.cost} currency={currency} />
          <CostWarnings warnings={result.warnings} />
        </>
      );
    case 'quality':
      return <QualitySection quality={result.quality} />;
    case 'waiting':
      return <WaitingSection waiting={result.waiting} basis={result.schedule.basis} />;
  }
}

/** The five answers, each with its headline; one of them is shown in full. */
export function ImpactView(props: ImpactViewProps) {
  const { t, formats } = usePage();
  const prefix = useId();
  const [answer, setAnswer] = useState<Answer>('scope');
  const words = headlines(t, formats, props.result, props.currency);
  const { tab, panel } = tabs(prefix, ANSWERS, answer, setAnswer);
  return (
    <div className="impact">
      <Warnings warnings={props.result.warnings} />
      <div className="answers" role="tablist" aria-label={t('impact.answers')}>
        {ANSWERS.map((each) => (
          <button key={each} className="answer" {...tab(each)}>
            <span className="answer-name">{t(`impact.${each}.name`)}</span>
            <span className="answer-value">{words[each].value}</span>
            <span className="answer-detail">{words[each].detail}</span>
          </button>
        ))}
      </div>
      <div {...panel} className="answer-panel">
        <h3 className="visually-hidden">{t(`impact.${answer}.name`)}</h3>
        <Section {...props} answer={answer} />
      </div>
    </div>
  );
}
