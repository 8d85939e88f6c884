import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { JournalCheck, JournalPosition, JournalTally } from '../../../../../../src/contract/journal';
import { FailureNotice } from '../../../components/FailureNotice';
import { Notice } from '../../../components/Notice';
import { call, type Outcome } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { useCommand } from '../../../lib/useCommand';
import { Part, Progress } from './Part';

type Ended = Exclude<JournalCheck, { outcome: 'unfinished' }>;

function sum(a: JournalTally, b: JournalTally): JournalTally {
  return { events: a.events + b.events, values: a.values + b.values, erased: a.erased + b.erased };
}

/** Walks the journal in as many calls as it takes. */
async function verify(projectId: string, onEvents: (events: number) => void): Promise<Outcome<Ended>> {
  let tally: JournalTally = { events: 0, values: 0, erased: 0 };
  let resume: JournalPosition | undefined;
  for (;;) {
    const outcome: Outcome<JournalCheck> = await call('journal.verify', {
      projectId,
      ...(resume === undefined ? {} : { resume }),
    });
    if (!outcome.ok) return outcome;
    tally = sum(tally, outcome.data.tally);
    onEvents(tally.events);
    if (outcome.data.outcome !== 'unfinished') return { ok: true, data: { ...outcome.data, tally } };
    ({ resume } = outcome.data);
  }
}

function Verdict({ check }: { readonly check: Ended }) {
  const { t } = usePage();
  const { events, values, erased } = check.tally;
  if (check.outcome === 'broken') {
    const { kind, part, version, wholeUpTo } = check.broken;
    return (
      <Notice tone="danger" title={t('data.journal.broken')} urgent>
        <p>{t('data.journal.break', { what: t(`data.journal.${part}`), version, how: t(`data.journal.${kind}`) })}</p>
        <p>{t('data.journal.wholeUpTo', { version: wholeUpTo })}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="information" title={t('data.journal.whole')}>
      <p>{t('data.journal.counted', { events, values, erased })}</p>
      {check.head === null ? null : (
        <p className="digest">{t('data.journal.head', { version: check.head.version, hash: check.head.hash })}</p>
      )}
    </Notice>
  );
}

/** Whether every decision still is what it was when it was taken. */
export function JournalPart() {
  const { t, context, announce } = usePage();
  const [check, setCheck] = useState<Ended | null>(null);
  const [events, setEvents] = useState(0);
  const command = useCommand();

  async function run(): Promise<void> {
    setCheck(null);
    setEvents(0);
    const ended = await command.run(() => verify(context.projectId, setEvents));
    if (ended === null) return;
    setCheck(ended);
    announce(t(ended.outcome === 'whole' ? 'data.journal.whole' : 'data.journal.broken'));
  }

  return (
    <Part title={t('data.journal.title')} about={t('data.journal.about')}>
      {command.busy ? <Progress label={t('data.journal.walking', { events })} done={0} total={0} /> : null}
      {check === null ? null : <Verdict check={check} />}
      {command.failure === null ? null : <FailureNotice failure={command.failure} onRetry={() => void run()} />}
      <div className="button-row">
        <Button isDisabled={command.busy} onClick={() => void run()}>
          {t('data.journal.verify')}
        </Button>
      </div>
    </Part>
  );
}
