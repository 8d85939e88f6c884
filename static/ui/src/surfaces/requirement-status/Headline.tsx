import type { ReactNode } from 'react';
import type { RequirementStatus, StatusSummary } from '../../../../../src/contract/summary';
import { MOST_REQUIREMENTS } from '../../../../../src/contract/summaryLimits';
import { Notice } from '../../components/Notice';
import { usePage } from '../../lib/Page';

function total(requirements: readonly RequirementStatus[], of: (row: RequirementStatus) => number): number {
  return requirements.reduce((sum, row) => sum + of(row), 0);
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly beside?: string;
  readonly tone?: 'plain' | 'warning' | 'danger';
}

function Figure({ name, value, beside, tone = 'plain' }: FigureProps) {
  return (
    <div className={`figure figure-${tone}`}>
      <dt>{name}</dt>
      <dd>
        <span className="figure-value">{value}</span>
        {beside === undefined ? null : <span className="quiet"> {beside}</span>}
      </dd>
    </div>
  );
}

function Figures({ requirements }: { readonly requirements: readonly RequirementStatus[] }) {
  const { t, formats } = usePage();
  const count = requirements.length;
  const done = total(requirements, ({ statusCategory }) => (statusCategory === 'done' ? 1 : 0));
  const late = total(requirements, ({ isLate }) => (isLate ? 1 : 0));
  const waiting = total(requirements, ({ changes }) => (changes.some(({ isWaiting }) => isWaiting) ? 1 : 0));
  const open = total(requirements, ({ openFeedback }) => openFeedback);
  const overdue = total(requirements, ({ overdueFeedback }) => overdueFeedback);
  return (
    <dl className="figures">
      <Figure name={t('status.figure.all')} value={formats.number(count)} />
      <Figure
        name={t('status.figure.done')}
        value={formats.number(done)}
        beside={formats.percent(count === 0 ? 0 : done / count)}
      />
      <Figure name={t('status.figure.late')} value={formats.number(late)} tone={late > 0 ? 'danger' : 'plain'} />
      <Figure
        name={t('status.figure.waiting')}
        value={formats.number(waiting)}
        tone={waiting > 0 ? 'warning' : 'plain'}
      />
      <Figure
        name={t('status.figure.feedback')}
        value={formats.number(open)}
        tone={overdue > 0 ? 'danger' : 'plain'}
        {...(overdue > 0 ? { beside: t('status.overdue', { count: overdue }) } : {})}
      />
    </dl>
  );
}

interface HeadlineProps {
  readonly summary: StatusSummary;
  /** What changed since an edition, where that is known. */
  readonly children?: ReactNode;
}

/** Says in figures how the requirements stand, and how many of them the reader may see. */
export function Headline({ summary: { requirements, named, isCut }, children }: HeadlineProps) {
  const { t, formats } = usePage();
  const taken = isCut ? Math.min(named, MOST_REQUIREMENTS) : named;
  const words = { seen: formats.number(requirements.length), named: formats.number(taken) };
  return (
    <header className="headline">
      <Figures requirements={requirements} />
      {children}
      {requirements.length < taken && (
        <Notice tone="information">
          <p>{t('status.partial', words)}</p>
        </Notice>
      )}
      {isCut && (
        <Notice tone="information">
          <p>{named > taken ? t('status.cutOf', { named, taken }) : t('status.cut', { count: requirements.length })}</p>
        </Notice>
      )}
    </header>
  );
}
