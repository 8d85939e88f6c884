import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { ErasureProgress } from '../../../../../../src/contract/data';
import { FailureNotice } from '../../../components/FailureNotice';
import { Notice } from '../../../components/Notice';
import { TextField } from '../../../components/TextField';
import { call, type Outcome } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { useCommand } from '../../../lib/useCommand';
import { Part, Progress } from './Part';

const KEY_LIMIT = 255;

async function erase(
  projectId: string,
  projectKey: string,
  onRows: (rows: number) => void,
): Promise<Outcome<{ readonly rows: number }>> {
  let rows = 0;
  for (;;) {
    const outcome: Outcome<ErasureProgress> = await call('project.eraseData', { projectId, projectKey });
    if (!outcome.ok) return outcome;
    rows += outcome.data.rows;
    onRows(rows);
    if (outcome.data.isDone) return { ok: true, data: { rows } };
  }
}

/** Erases all of the project's data, for whoever types which project they mean. */
export function ErasePart({ onErased }: { readonly onErased: () => void }) {
  const { t, context, announce } = usePage();
  const { projectId, projectKey } = context;
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState(false);
  const [rows, setRows] = useState(0);
  const [erased, setErased] = useState<number | null>(null);
  const command = useCommand();
  const isRefusedKey = command.failure?.fields?.some(({ path }) => path === 'projectKey') === true;

  async function run(): Promise<void> {
    setErased(null);
    setRows(0);
    if (typed.trim() !== projectKey) {
      setProblem(true);
      return;
    }
    const done = await command.run(() => erase(projectId, typed.trim(), setRows));
    if (done === null) return;
    setTyped('');
    setErased(done.rows);
    announce(t('data.erase.done', { rows: done.rows }));
    onErased();
  }

  return (
    <Part title={t('data.erase.title')} about={t('data.erase.about')}>
      <Notice tone="warning" title={t('data.erase.warning')} />
      <form
        className="form"
        noValidate
        aria-label={t('data.erase.title')}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <TextField
          label={t('data.erase.key', { key: projectKey })}
          value={typed}
          limit={KEY_LIMIT}
          required
          problem={problem || isRefusedKey ? t('field.not_the_key') : undefined}
          onChange={(value) => {
            setTyped(value);
            setProblem(false);
            command.clear();
          }}
        />
        {command.busy ? <Progress label={t('data.erase.running', { rows })} done={0} total={0} /> : null}
        {erased === null ? null : <Notice tone="information" title={t('data.erase.done', { rows: erased })} />}
        {command.failure === null || isRefusedKey ? null : (
          <FailureNotice failure={command.failure} onRetry={() => void run()} />
        )}
        <div className="button-row">
          <Button type="submit" appearance="danger" isDisabled={command.busy || typed.trim() === ''}>
            {t('data.erase.run')}
          </Button>
        </div>
      </form>
    </Part>
  );
}
