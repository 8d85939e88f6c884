import { lazy, Suspense, useEffect, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { EditionHead, EditionView } from '../../../../../src/contract/edition';
import type { StatusSummary } from '../../../../../src/contract/summary';
import type { ProcedurePayload } from '../../../../../src/contract/procedures';
import type { Failure } from '../../lib/call';
import { usePage } from '../../lib/Page';
import { sourceOf, type MacroConfig } from './config';
import { EditionBar, LIVE } from './editions/EditionBar';
import { EditionFacts } from './editions/EditionFacts';
import { Since } from './editions/Since';
import { Answered, Explanation, SummaryView } from './StatusView';
import { useAnswer, type Answer } from './useAnswer';

const FreezeForm = lazy(() => import('./editions/FreezeForm'));

interface ShownProps {
  readonly source: ProcedurePayload<'summary.show'>;
  readonly title: string;
  readonly config: MacroConfig;
  readonly pageId: string;
  /** Empty where the macro does not stand on its page yet. */
  readonly macroId: string;
  readonly onAnswer?: AnswerListener | undefined;
}

/** Told what was asked, and how it failed; null when it did not. */
export type AnswerListener = (source: ProcedurePayload<'summary.show'>, failure: Failure | null) => void;

/** The last edition, with which the state of now is compared unless the reader wants another. */
function lastOf(editions: readonly EditionHead[]): string {
  return editions.findLast(({ isErased }) => !isErased)?.id ?? LIVE;
}

interface EditionProps extends Pick<ShownProps, 'title' | 'config'> {
  readonly view: EditionView;
  readonly other: EditionHead | undefined;
  readonly onErased: () => void;
}

/** A frozen state, and what was or became different from it. */
function Edition({ view, other, onErased, ...look }: EditionProps) {
  const { summary, seenHereOnly, head } = view;
  return (
    <>
      <EditionFacts view={view} onErased={onErased} />
      <SummaryView
        {...look}
        summary={summary}
        since={other && <Since {...{ summary, seenHereOnly, other }} shown={head} isOpen />}
      />
    </>
  );
}

/** From an edition that cannot be shown to the state of now. */
function WayBack({ answer, onBack }: { readonly answer: Answer<EditionView>; readonly onBack: () => void }) {
  const { t } = usePage();
  if (answer.phase !== 'failed') return null;
  return (
    <p>
      <Button spacing="compact" onClick={onBack}>
        {t('edition.showLive')}
      </Button>
    </p>
  );
}

function useTelling(
  source: ShownProps['source'],
  answer: Answer<StatusSummary>,
  onAnswer: AnswerListener | undefined,
): void {
  useEffect(() => {
    if (answer.phase === 'ready') onAnswer?.(source, null);
    if (answer.phase === 'failed') onAnswer?.(source, answer.failure);
    // The source is another object each time; each answer is to one source.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answer, onAnswer]);
}

function Shown({ source, title, config, pageId, macroId, onAnswer }: ShownProps) {
  const [chosen, setChosen] = useState(config.edition);
  const [wish, setWish] = useState<string | null>(null);
  const [isFreezing, setFreezing] = useState(false);
  const isLive = chosen === LIVE;
  const live = useAnswer('summary.show', isLive ? source : null);
  const frozen = useAnswer('edition.show', isLive ? null : { editionId: chosen });
  const isThere = live.answer.phase === 'ready' || frozen.answer.phase !== 'loading';
  // Editions come after the first content, and only where there can be any.
  const list = useAnswer('edition.list', macroId === '' || !isThere ? null : { pageId, macroId });
  const editions = list.answer.phase === 'ready' ? list.answer.data.editions : [];
  const compared = wish ?? (isLive ? lastOf(editions) : LIVE);
  const other = editions.find(({ id }) => id === compared);

  const look = { title, config };
  useTelling(source, live.answer, onAnswer);

  function choose(editionId: string): void {
    setChosen(editionId);
    setWish(null);
    setFreezing(false);
  }

  return (
    <>
      {list.answer.phase === 'ready' && (
        <EditionBar
          editions={editions}
          chosen={chosen}
          compared={compared}
          onChoose={choose}
          onCompare={setWish}
          onFreeze={isLive && live.answer.phase === 'ready' && !isFreezing ? () => setFreezing(true) : null}
        />
      )}
      {isFreezing && (
        <Suspense fallback={null}>
          <FreezeForm
            pageId={pageId}
            macroId={macroId}
            source={source}
            onCancel={() => setFreezing(false)}
            onFrozen={({ id }) => {
              list.again();
              choose(id);
            }}
          />
        </Suspense>
      )}
      {isLive ? (
        <Answered {...live}>
          {(summary) => (
            <SummaryView
              {...look}
              summary={summary}
              since={other && <Since {...{ summary, other }} seenHereOnly={[]} shown={null} isOpen={wish !== null} />}
            />
          )}
        </Answered>
      ) : (
        <>
          <Answered {...frozen}>
            {(view) => <Edition {...look} view={view} other={other} onErased={frozen.again} />}
          </Answered>
          <WayBack answer={frozen.answer} onBack={() => choose(LIVE)} />
        </>
      )}
    </>
  );
}

interface StatusProps {
  readonly config: MacroConfig;
  readonly pageId: string;
  readonly macroId: string;
  readonly onAnswer?: AnswerListener;
}

/** The state of the requirements that the macro's configuration names. */
export function RequirementStatus({ config, pageId, macroId, onAnswer }: StatusProps) {
  const { t } = usePage();
  const title = config.title.trim() === '' ? t('module.requirementStatus.title') : config.title;
  const source = sourceOf(config, pageId);
  return (
    <section className="status" aria-label={title}>
      <h2 className="heading">{title}</h2>
      {source === null ? (
        <Explanation>{t('status.unfinished')}</Explanation>
      ) : (
        <Shown key={config.edition} {...{ source, title, config, pageId, macroId, onAnswer }} />
      )}
    </section>
  );
}
