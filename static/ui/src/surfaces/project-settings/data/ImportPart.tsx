import { useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import { FailureNotice } from '../../../components/FailureNotice';
import { Field } from '../../../components/Field';
import { Notice } from '../../../components/Notice';
import { usePage } from '../../../lib/Page';
import { useCommand } from '../../../lib/useCommand';
import { importArchive, keyOfIssue, linesOf, type Imported, type Step } from './importing';
import { Part, Progress } from './Part';

interface ChosenFile {
  readonly name: string;
  readonly lines: readonly string[];
  /** One for each file, so that sending it again goes on. */
  readonly importId: string;
}

function Ending({ ended, file }: { readonly ended: Imported; readonly file: ChosenFile }) {
  const { t } = usePage();
  if (ended.outcome === 'imported') {
    return <Notice tone="information" title={t('data.import.done', { events: ended.events })} />;
  }
  if (ended.outcome === 'notEmpty') return <Notice tone="warning" title={t('data.import.notEmpty')} urgent />;
  const { line, fault, issueId } = ended;
  return (
    <Notice tone="danger" title={t('data.import.broken', { line: line + 1 })} urgent>
      <p>{t(`data.fault.${fault}`, { issue: issueId === null ? '' : keyOfIssue(file.lines, issueId) })}</p>
    </Notice>
  );
}

/** Brings an archive of this project into it again, after a look at what it is. */
export function ImportPart() {
  const { t, context, announce } = usePage();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [ended, setEnded] = useState<Imported | null>(null);
  const [step, setStep] = useState<Step | null>(null);
  const latest = useRef(0);
  const command = useCommand();

  async function choose(chosen: File | undefined): Promise<void> {
    latest.current += 1;
    const mine = latest.current;
    setEnded(null);
    setFile(null);
    if (chosen === undefined) return;
    const lines = linesOf(await chosen.text());
    if (mine === latest.current) setFile({ name: chosen.name, lines, importId: crypto.randomUUID() });
  }

  async function run({ lines, importId }: ChosenFile): Promise<void> {
    setEnded(null);
    setStep({ step: 'checking', done: 0, total: lines.length });
    const result = await command.run(() => importArchive(context.projectId, importId, lines, setStep));
    setStep(null);
    if (result === null) return;
    setEnded(result);
    if (result.outcome === 'imported') announce(t('data.import.done', { events: result.events }));
  }

  return (
    <Part title={t('data.import.title')} about={t('data.import.about')}>
      <Field label={t('data.import.file')} hint={t('data.import.hint')}>
        {({ id, describedBy }) => (
          <input
            id={id}
            type="file"
            accept=".jsonl,application/jsonl"
            aria-describedby={describedBy}
            disabled={command.busy}
            onChange={(event) => void choose(event.target.files?.[0])}
          />
        )}
      </Field>
      {file === null ? null : <p>{t('data.import.chosen', { name: file.name, lines: file.lines.length })}</p>}
      {step === null ? null : (
        <Progress label={t(`data.import.${step.step}`, { done: step.done, total: step.total })} {...step} />
      )}
      {ended === null || file === null ? null : <Ending ended={ended} file={file} />}
      {command.failure === null || file === null ? null : (
        <FailureNotice failure={command.failure} onRetry={() => void run(file)} />
      )}
      <div className="button-row">
        <Button isDisabled={command.busy || file === null} onClick={() => (file === null ? undefined : void run(file))}>
          {t('data.import.run')}
        </Button>
      </div>
    </Part>
  );
}
