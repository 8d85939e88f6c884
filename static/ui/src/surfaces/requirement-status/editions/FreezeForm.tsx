import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { EditionHead } from '../../../../../../src/contract/edition';
import type { ProcedurePayload } from '../../../../../../src/contract/procedures';
import { LONGEST_EDITION_NAME, LONGEST_EDITION_NOTE } from '../../../../../../src/contract/summaryLimits';
import { DayField } from '../../../components/DayField';
import { FailureNotice } from '../../../components/FailureNotice';
import { Notice } from '../../../components/Notice';
import { TextAreaField } from '../../../components/TextAreaField';
import { TextField } from '../../../components/TextField';
import { call } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { useCommand } from '../../../lib/useCommand';
import { useAnswer } from '../useAnswer';

type Source = ProcedurePayload<'summary.show'>;

interface PreviewProps {
  readonly pageId: string;
  readonly source: Source;
  readonly onSeen: (digest: string) => void;
  readonly seen: string | null;
}

/** Names what everyone would see; only who has it before their eyes can agree. */
function Preview({ pageId, source, onSeen, seen }: PreviewProps) {
  const { t } = usePage();
  const { answer, again } = useAnswer('edition.preview', { pageId, source });
  if (answer.phase === 'failed') return <FailureNotice failure={answer.failure} onRetry={again} />;
  if (answer.phase !== 'ready') return <p role="status">{t('status.loading')}</p>;
  const { requirements, digest } = answer.data;
  return (
    <Notice tone="warning" title={t('edition.previewTitle', { count: requirements.length })}>
      <ul className="preview">
        {requirements.map(({ key, summary }) => (
          <li key={key}>
            {key}: {summary}
          </li>
        ))}
      </ul>
      <p>{t('edition.previewMore')}</p>
      <label className="box">
        <input
          type="checkbox"
          checked={seen === digest}
          onChange={(event) => onSeen(event.target.checked ? digest : '')}
        />
        {t('edition.agree')}
      </label>
    </Notice>
  );
}

interface FreezeProps {
  readonly pageId: string;
  readonly macroId: string;
  readonly source: Source;
  readonly onFrozen: (edition: EditionHead) => void;
  readonly onCancel: () => void;
}

/** Freezes what is shown now, for those who may see it or for everyone who may read the page. */
export default function FreezeForm({ pageId, macroId, source, onFrozen, onCancel }: FreezeProps) {
  const { t, formats, announce } = usePage();
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState(() => ({ name: '', date: formats.dayOf(Date.now()), note: '' }));
  const [isForEveryone, setForEveryone] = useState(false);
  const [seen, setSeen] = useState<string | null>(null);
  const command = useCommand(() => {
    setCommandId(crypto.randomUUID());
    setSeen(null);
  });
  const [wasTried, setTried] = useState(false);
  const isMissing = typed.name.trim() === '';
  const isUnseen = isForEveryone && (seen === null || seen === '');

  async function freeze(): Promise<void> {
    setTried(true);
    if (isMissing || isUnseen) return;
    const frozen = await command.run(() =>
      call('edition.freeze', {
        ...{ commandId, pageId, macroId, source, name: typed.name, date: typed.date },
        ...(typed.note.trim() === '' ? {} : { note: typed.note }),
        ...(isForEveryone && seen !== null ? { forEveryone: seen } : {}),
      }),
    );
    if (frozen === null) return;
    announce(t('edition.done'));
    onFrozen(frozen);
  }

  return (
    <form
      className="form"
      aria-label={t('edition.freezeTitle')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void freeze();
      }}
    >
      <h3 className="heading-small">{t('edition.freezeTitle')}</h3>
      <TextField
        label={t('edition.name')}
        value={typed.name}
        limit={LONGEST_EDITION_NAME}
        required
        problem={wasTried && isMissing ? t('field.missing') : undefined}
        onChange={(name) => setTyped({ ...typed, name })}
      />
      <DayField label={t('edition.date')} value={typed.date} onChange={(date) => setTyped({ ...typed, date })} />
      <TextAreaField
        label={t('edition.note')}
        value={typed.note}
        limit={LONGEST_EDITION_NOTE}
        onChange={(note) => setTyped({ ...typed, note })}
      />
      <label className="box">
        <input type="checkbox" checked={isForEveryone} onChange={(event) => setForEveryone(event.target.checked)} />
        {t('edition.forEveryone')}
      </label>
      {isForEveryone && <Preview pageId={pageId} source={source} seen={seen} onSeen={setSeen} />}
      {wasTried && isUnseen && <p className="field-problem">{t('edition.agreeFirst')}</p>}
      {command.failure === null ? null : <FailureNotice failure={command.failure} />}
      <div className="button-row">
        <Button type="submit" appearance="primary" isDisabled={command.busy}>
          {t('edition.freeze')}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}
