import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { FeedbackDetail, FeedbackList } from '../../../../../../src/contract/feedback';
import { LockIcon, PeopleIcon } from '../../../components/Icons';
import { Notice } from '../../../components/Notice';
import type { Drafts } from '../../../lib/drafts';
import { usePage } from '../../../lib/Page';
import { titleOf } from '../state/excerpt';
import type { Feedback } from '../state/useFeedbackList';
import { ActionBar, formButtonId } from './ActionBar';
import { formsFor } from './formsFor';
import { AskedBy } from './AskedBy';
import { Facts } from './Facts';
import { History } from './History';
import { ItemFormArea } from './ItemFormArea';
import { draftName, type ItemForm, type ItemOperations } from './operations';
import { RaiseChange } from './RaiseChange';
import { Thread } from './Thread';
import { useNames } from '../../../lib/useNames';

interface LoadedItemProps {
  readonly item: FeedbackDetail;
  readonly list: FeedbackList;
  readonly now: number;
  readonly feedback: Feedback;
  /** The id of the element that has the focus when no button suits. */
  readonly headingId: string;
  readonly reload: () => Promise<void>;
  readonly onOpen: (feedbackId: string) => void;
}

const KEPT_FORMS = ['answer', 'reopen', 'edit', 'note'] as const;

/** The form with an unsaved draft, if it suits the state: it opens again by itself. */
function keptForm(drafts: Drafts, { id, state }: FeedbackDetail): ItemForm | null {
  const fitting = KEPT_FORMS.filter((form) => formsFor(state).includes(form));
  return fitting.find((form) => drafts.read(draftName(form, id)) !== null) ?? null;
}

function focusFirst(...ids: readonly string[]): void {
  ids
    .map((id) => document.getElementById(id))
    .find((element) => element !== null)
    ?.focus();
}

function MergedNotice({ item, list, onOpen }: Pick<LoadedItemProps, 'item' | 'list' | 'onOpen'>) {
  const { t } = usePage();
  const { mergedInto } = item;
  if (mergedInto === null) return null;
  const target = list.items.find(({ id }) => id === mergedInto);
  return (
    <Notice
      tone="information"
      title={t('merged.title')}
      actions={
        <Button spacing="compact" onClick={() => onOpen(mergedInto)}>
          {t('merged.open')}
        </Button>
      }
    >
      {target === undefined ? null : <p>{titleOf(t, target)}</p>}
    </Notice>
  );
}

function Threads({ item, nameOf }: { readonly item: FeedbackDetail; readonly nameOf: ReturnType<typeof useNames> }) {
  const { t } = usePage();
  return (
    <>
      <Thread
        title={t('thread.answers')}
        audience={t('thread.clientReads')}
        symbol={<PeopleIcon />}
        tone="client"
        entries={item.answers}
        emptyText={t('thread.noAnswers')}
        nameOf={nameOf}
      />
      {item.notes === null ? null : (
        <Thread
          title={t('thread.notes')}
          audience={t('thread.teamOnly')}
          symbol={<LockIcon />}
          tone="team"
          entries={item.notes}
          emptyText={t('thread.noNotes')}
          nameOf={nameOf}
        />
      )}
    </>
  );
}

/** One item with all that belongs to it, and what can be done with it. */
export function LoadedItem({ item, list, now, feedback, headingId, reload, onOpen }: LoadedItemProps) {
  const { t, drafts, announce } = usePage();
  const nameOf = useNames([...item.history, ...item.answers, ...(item.notes ?? [])].map(({ by }) => by));
  const [form, setForm] = useState<ItemForm | null>(() => (item.may.edit ? keptForm(drafts, item) : null));
  const operations: ItemOperations = {
    show: feedback.put,
    overtaken: (current) => {
      feedback.put(current);
      void reload();
    },
    done: async (saved, message) => {
      feedback.put(saved);
      setForm(null);
      announce(message);
      focusFirst(headingId);
      await reload();
    },
    doneWithOthers: async (message) => {
      setForm(null);
      announce(message);
      focusFirst(headingId);
      await Promise.all([feedback.refresh(), reload()]);
    },
    close: () => {
      setForm(null);
      focusFirst(form === null ? headingId : formButtonId(form), headingId);
    },
  };
  return (
    <>
      <MergedNotice item={item} list={list} onOpen={onOpen} />
      <blockquote className="said prose">{item.text ?? t('item.erasedText')}</blockquote>
      {item.may.edit ? (
        <>
          <ActionBar item={item} operations={operations} openForm={form} onForm={setForm} />
          <ItemFormArea form={form} item={item} list={list} now={now} operations={operations} />
        </>
      ) : null}
      <RaiseChange item={item} operations={operations} />
      <Facts item={item} />
      <AskedBy items={item.mergedFrom} onOpen={onOpen} />
      <Threads item={item} nameOf={nameOf} />
      <History detail={item} list={list} nameOf={nameOf} onOpen={onOpen} />
    </>
  );
}
