import { useEffect, useRef } from 'react';
import Button from '@atlaskit/button/new';
import { FailureNotice } from '../../../../components/FailureNotice';
import { Field } from '../../../../components/Field';
import { usePage } from '../../../../lib/Page';
import { LINES_LIMIT } from '../csv/plan';
import { PlanTables } from './PlanTables';
import { changing, MOST_MEGABYTES, useImport } from './useImport';

interface ImportFormProps {
  readonly onClose: (message?: string) => void;
}

/** Takes people from a file: choose it, see what it would do line by line, import. */
export function ImportForm({ onClose }: ImportFormProps) {
  const { t } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  const { state, choose, send } = useImport((count) => onClose(t('people.import.done', { count })));
  useEffect(() => heading.current?.focus(), []);
  const problem = state.phase === 'choosing' ? state.problem : null;
  return (
    <section className="entry" aria-labelledby="import-title">
      <h2 id="import-title" className="heading" tabIndex={-1} ref={heading}>
        {t('people.import.title')}
      </h2>
      <p className="quiet">{t('people.import.explanation', { limit: LINES_LIMIT })}</p>
      {state.phase === 'importing' ? null : (
        <Field
          label={t('people.import.choose')}
          hint={t('people.import.columns')}
          problem={problem === null ? undefined : t(`people.import.problem.${problem}`, { limit: MOST_MEGABYTES })}
        >
          {({ id, describedBy }) => (
            <input
              id={id}
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              aria-describedby={describedBy}
              aria-invalid={problem !== null}
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file !== undefined) void choose(file);
              }}
            />
          )}
        </Field>
      )}
      {state.phase === 'reading' ? (
        <p className="quiet" role="status">
          {t('people.import.reading')}
        </p>
      ) : null}
      {state.phase === 'failed' ? <FailureNotice failure={state.failure} /> : null}
      {state.phase === 'planned' ? <PlanTables plan={state.plan} /> : null}
      {state.phase === 'importing' ? (
        <p role="status">{t('people.import.progress', { done: state.done, total: changing(state.plan).length })}</p>
      ) : null}
      {state.phase === 'importing' && state.failure !== null ? (
        <FailureNotice failure={state.failure} onRetry={() => void send(state.plan)} />
      ) : null}
      <div className="button-row">
        {state.phase === 'planned' ? (
          <Button
            appearance="primary"
            isDisabled={changing(state.plan).length === 0}
            onClick={() => void send(state.plan)}
          >
            {t('people.import.submit', { count: changing(state.plan).length })}
          </Button>
        ) : null}
        <Button appearance="subtle" onClick={() => onClose()}>
          {t('form.cancel')}
        </Button>
      </div>
    </section>
  );
}
