import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { ARCHIVE_COLUMNS, ARCHIVE_TABLES } from '../../../../../../src/contract/archive';
import type { ArchiveTable } from '../../../../../../src/contract/archive';
import { FailureNotice } from '../../../components/FailureNotice';
import { Notice } from '../../../components/Notice';
import { download } from '../../../lib/download';
import type { Formats } from '../../../lib/formats';
import { usePage } from '../../../lib/Page';
import { useCommand } from '../../../lib/useCommand';
import { exportArchive, exportTable, type Exported } from './exporting';
import { Part, Progress } from './Part';
import { useCellWords } from './useCellWords';

function Result({ exported }: { readonly exported: Exported }) {
  const { t } = usePage();
  const { events, lines, withheldEvents, withheldContents, isLinked } = exported;
  const isWhole = withheldEvents === 0 && isLinked;
  return (
    <Notice tone={isWhole ? 'information' : 'warning'} title={t('data.export.done', { lines: lines.length, events })}>
      {isLinked ? null : <p>{t('data.export.notLinked')}</p>}
      {withheldEvents > 0 ? <p>{t('data.export.withheldEvents', { count: withheldEvents })}</p> : null}
      {withheldContents > 0 ? <p>{t('data.export.withheldContents', { count: withheldContents })}</p> : null}
    </Notice>
  );
}

/** With the day in the reader's time zone, so that several exports stand in order. */
function fileName(projectKey: string, formats: Formats, ending: string): string {
  return `${projectKey}-${formats.dayOf(Date.now())}${ending}`;
}

/** Everything as files: an archive that can be verified and brought in again, and tables for people. */
export function ExportPart() {
  const { t, context, formats } = usePage();
  const { projectId, projectKey } = context;
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const [exported, setExported] = useState<Exported | null>(null);
  const command = useCommand();
  const wordsOf = useCellWords();

  async function archive(): Promise<void> {
    setExported(null);
    setProgress({ done: 0, total: 0 });
    const made = await command.run(() => exportArchive(projectId, (done, total) => setProgress({ done, total })));
    if (made === null) return;
    setExported(made);
    download(
      fileName(projectKey, formats, '.countersign.jsonl'),
      made.lines.map((line) => `${line}\n`),
      'application/jsonl',
    );
  }

  async function table(which: ArchiveTable): Promise<void> {
    const headings = ARCHIVE_COLUMNS[which].map((column) => t(`data.column.${column}`));
    const csv = await command.run(() => exportTable(projectId, which, headings, wordsOf));
    if (csv !== null) download(fileName(projectKey, formats, `-${which}.csv`), [csv], 'text/csv');
  }

  return (
    <Part title={t('data.export.title')} about={t('data.export.about')}>
      {command.busy ? (
        <Progress
          label={t('data.export.running', { done: progress.done })}
          done={progress.done}
          total={progress.total}
        />
      ) : null}
      {exported === null ? null : <Result exported={exported} />}
      {command.failure === null ? null : <FailureNotice failure={command.failure} />}
      <div className="button-row">
        <Button isDisabled={command.busy} onClick={() => void archive()}>
          {t('data.export.archive')}
        </Button>
        {ARCHIVE_TABLES.map((which) => (
          <Button key={which} appearance="subtle" isDisabled={command.busy} onClick={() => void table(which)}>
            {t(`data.export.${which}`)}
          </Button>
        ))}
      </div>
    </Part>
  );
}
