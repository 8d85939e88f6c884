import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { BANDS, type Band } from '../../../../../../../src/contract/changeVocabulary';
import type { ImpactRow, ScopeResult } from '../../../../../../../src/contract/impact';
import { PartBoundary } from '../../../../components/PartBoundary';
import { usePage } from '../../../../lib/Page';
import { Graph } from '../graph/lazyGraph';
import type { Reviewing } from '../reviewing';
import { AddIssue } from './AddIssue';
import { EVERYTHING, filteredRows } from './filtering';
import { ScopeFilters } from './ScopeFilters';
import { ScopeRow } from './ScopeRow';
import { SimilarIssues } from './SimilarIssues';

interface ScopeSectionProps {
  readonly scope: ScopeResult;
  readonly reviewing: Reviewing | null;
}

/** How many rows of a group are drawn before somebody asks for more: of what is least certain only a few. */
const FIRST: Readonly<Record<Band, number>> = { certain: 50, likely: 50, possible: 5 };
const PAGE = 200;
/** From this many rows on, filters are worth their place. */
const WORTH_FILTERING = 6;

function BandGroup({
  band,
  rows,
  reviewing,
}: Omit<ScopeSectionProps, 'scope'> & { readonly band: Band; readonly rows: readonly ImpactRow[] }) {
  const { t } = usePage();
  const [limit, setLimit] = useState(FIRST[band]);
  if (rows.length === 0) return null;
  return (
    <section className="group" aria-label={t(`impact.band.${band}`)}>
      <h4 className="heading-small">
        {t(`impact.band.${band}`)} <span className="count">{rows.length}</span>
      </h4>
      <p className="quiet small">{t(`impact.band.${band}Means`)}</p>
      <ul className="rows">
        {rows.slice(0, limit).map((row) => (
          <ScopeRow key={row.issue.id} row={row} reviewing={reviewing} />
        ))}
      </ul>
      {rows.length > limit ? (
        <div className="button-row">
          <Button appearance="subtle" onClick={() => setLimit(limit + PAGE)}>
            {t('impact.scope.more', { count: rows.length - limit })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function List({ scope, reviewing }: ScopeSectionProps) {
  const { t } = usePage();
  const [filter, setFilter] = useState(EVERYTHING);
  const rows = filteredRows(scope.rows, filter);
  return (
    <>
      {scope.rows.length < WORTH_FILTERING ? null : (
        <ScopeFilters rows={scope.rows} filter={filter} onChange={setFilter} />
      )}
      {rows.length === 0 && scope.rows.length > 0 ? <p role="status">{t('impact.scope.noneFits')}</p> : null}
      {BANDS.map((band) => (
        <BandGroup key={band} band={band} rows={rows.filter((row) => row.band === band)} reviewing={reviewing} />
      ))}
    </>
  );
}

/** Which issues the change touches, why, and what that takes: as a list or as a graph. */
export function ScopeSection({ scope, reviewing }: ScopeSectionProps) {
  const { t, formats } = usePage();
  const [view, setView] = useState<'list' | 'graph'>('list');
  const { rows, hidden, listedShare } = scope;
  return (
    <>
      {rows.length === 0 ? null : (
        <div className="filters" role="group" aria-label={t('impact.scope.view')}>
          {(['list', 'graph'] as const).map((each) => (
            <button
              key={each}
              type="button"
              className="filter"
              aria-pressed={each === view}
              onClick={() => setView(each)}
            >
              {t(`impact.scope.${each}`)}
            </button>
          ))}
        </div>
      )}
      {rows.length === 0 && hidden === 0 ? <p>{t('impact.scope.nothing')}</p> : null}
      {view === 'list' || rows.length === 0 ? (
        <List scope={scope} reviewing={reviewing} />
      ) : (
        <PartBoundary fallback={<span className="bone bone-graph" />}>
          <Graph scope={scope} />
        </PartBoundary>
      )}
      {hidden === 0 ? null : <p className="quiet">{t('impact.hidden', { count: hidden })}</p>}
      {listedShare === null || rows.length === 0 ? null : (
        <p className="quiet small">{t('impact.scope.share', { share: formats.percent(listedShare) })}</p>
      )}
      <SimilarIssues similar={scope.similar} reviewing={reviewing} />
      {reviewing === null ? null : <AddIssue reviewing={reviewing} />}
    </>
  );
}
