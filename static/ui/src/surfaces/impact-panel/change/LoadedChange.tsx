import { useState } from 'react';
import type { ChangeDetail, ImpactOverview } from '../../../../../../src/contract/change';
import { Notice } from '../../../components/Notice';
import type { Drafts } from '../../../lib/drafts';
import { usePage } from '../../../lib/Page';
import { useNames } from '../../../lib/useNames';
import { ActionBar, formButtonId } from './ActionBar';
import { formsFor } from './formsFor';
import { ActualFacts } from './ActualFacts';
import { ChangeFacts } from './ChangeFacts';
import { ChangeHistory } from './ChangeHistory';
import { Conflicts } from './Conflicts';
import { DecisionFacts } from './DecisionFacts';
import { FormArea } from './FormArea';
import { draftName, type ChangeForm, type ChangeOperations } from './operations';
import { Options } from './Options';
import { StaleNotice } from './StaleNotice';

interface LoadedChangeProps {
  readonly change: ChangeDetail;
  readonly overview: ImpactOverview;
  readonly now: number;
  /** The id of the element that has the focus when no button suits. */
  readonly headingId: string;
  readonly reload: () => Promise<void>;
  readonly onChanged: () => Promise<void>;
  readonly onOpen: (changeId: string) => void;
}

/** The form with an unsaved draft, if it suits the state: it opens again by itself. */
function keptForm(drafts: Drafts, change: ChangeDetail): ChangeForm | null {
  return formsFor(change).find((form) => form !== 'erase' && drafts.read(draftName(form, change.id)) !== null) ?? null;
}

function focusFirst(...ids: readonly string[]): void {
  ids
    .map((id) => document.getElementById(id))
    .find((element) => element !== null)
    ?.focus();
}

function Expired({ change, now }: Pick<LoadedChangeProps, 'change' | 'now'>) {
  const { t, formats } = usePage();
  const undecided = ['draft', 'assessing', 'awaitingDecision'].includes(change.state);
  if (!undecided || change.validUntil === null || change.validUntil >= formats.dayOf(now)) return null;
  return (
    <Notice tone="warning" title={t('change.expiredTitle', { day: formats.day(change.validUntil) })}>
      <p>{t('change.expiredHint')}</p>
    </Notice>
  );
}

/** One change request with all that belongs to it, and what can be done with it. */
export function LoadedChange({ change, overview, now, headingId, reload, onChanged, onOpen }: LoadedChangeProps) {
  const { drafts, announce } = usePage();
  const nameOf = useNames([...change.history.map(({ by }) => by), change.decision?.recordedBy ?? null]);
  const [form, setForm] = useState<ChangeForm | null>(() => keptForm(drafts, change));
  const operations: ChangeOperations = {
    overtaken: () => void reload(),
    done: async (message) => {
      setForm(null);
      announce(message);
      focusFirst(headingId);
      await Promise.all([reload(), onChanged()]);
    },
    close: () => {
      setForm(null);
      focusFirst(form === null ? headingId : formButtonId(form), headingId);
    },
  };
  return (
    <>
      <Expired change={change} now={now} />
      <StaleNotice change={change} operations={operations} />
      <Conflicts conflicts={change.conflicts} onOpen={onOpen} />
      <ActionBar change={change} operations={operations} openForm={form} onForm={setForm} />
      <FormArea form={form} change={change} overview={overview} now={now} operations={operations} />
      <DecisionFacts change={change} nameOf={nameOf} />
      <ActualFacts actual={change.actual} />
      <ChangeFacts change={change} />
      <Options
        key={change.decision?.optionId}
        change={change}
        overview={overview}
        reload={reload}
        onChanged={onChanged}
      />
      <ChangeHistory history={change.history} nameOf={nameOf} />
    </>
  );
}
