import { useEffect, useState } from 'react';
import type { ImpactOverview } from '../../../../../src/contract/change';
import { isOpenChange } from '../../../../../src/contract/changeLifecycle';
import { PartBoundary } from '../../components/PartBoundary';
import { onChangeWanted, tellChanged } from '../../lib/bridge';
import { usePage } from '../../lib/Page';
import { useServerNow } from '../../lib/useServerNow';
import { changeButtonId } from './home/ChangeRows';
import { Home, RAISE_BUTTON } from './home/Home';
import { HomeSkeleton } from './home/HomeSkeleton';
import { ChangeView, prefetchParts, RaiseForm } from './lazyParts';

type View =
  /** `focusOn`: the id of the element that gets the focus when the start appears. */
  | { readonly type: 'home'; readonly focusOn: string | null }
  | { readonly type: 'raise' }
  | { readonly type: 'change'; readonly changeId: string };

interface ReadyPanelProps {
  readonly overview: ImpactOverview;
  readonly refresh: () => Promise<void>;
}

/** The loaded panel: the start, the form to raise a change, or one change request in its place. */
export function ReadyPanel({ overview, refresh }: ReadyPanelProps) {
  const { t, announce } = usePage();
  const now = useServerNow(overview.now);
  const [view, setView] = useState<View>({ type: 'home', focusOn: null });
  const [whatIf, setWhatIf] = useState(() => !overview.changes.some(({ state }) => isOpenChange(state)));
  useEffect(prefetchParts, []);
  useEffect(() => onChangeWanted((changeId) => setView({ type: 'change', changeId })), []);

  async function changed(): Promise<void> {
    await Promise.all([refresh(), tellChanged().catch(() => undefined)]);
  }

  switch (view.type) {
    case 'home':
      return (
        <Home
          overview={overview}
          now={now}
          focusOn={view.focusOn}
          whatIf={whatIf}
          refresh={refresh}
          onWhatIf={() => setWhatIf(true)}
          onRaise={() => setView({ type: 'raise' })}
          onOpen={(changeId) => setView({ type: 'change', changeId })}
        />
      );
    case 'raise':
      return (
        <PartBoundary fallback={<HomeSkeleton />}>
          <RaiseForm
            overview={overview}
            now={now}
            onLeave={() => setView({ type: 'home', focusOn: RAISE_BUTTON })}
            onRaised={async ({ id }) => {
              announce(t('change.raise.done'));
              setView({ type: 'change', changeId: id });
              await changed();
            }}
          />
        </PartBoundary>
      );
    case 'change':
      return (
        <PartBoundary fallback={<HomeSkeleton />}>
          <ChangeView
            key={view.changeId}
            changeId={view.changeId}
            overview={overview}
            now={now}
            onChanged={changed}
            onOpen={(changeId) => setView({ type: 'change', changeId })}
            onBack={() => setView({ type: 'home', focusOn: changeButtonId(view.changeId) })}
          />
        </PartBoundary>
      );
  }
}
