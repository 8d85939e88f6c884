import type { SettingsView } from '../../../../../src/contract/settings';
import { DraftNotice } from '../../components/DraftNotice';
import { FailureNotice } from '../../components/FailureNotice';
import { Notice } from '../../components/Notice';
import { usePage } from '../../lib/Page';
import { GuidedStart } from './guide/GuidedStart';
import { useGuide } from './guide/useGuide';
import { ChangedMeanwhile } from './parts/ChangedMeanwhile';
import { PageValues } from './parts/PageValues';
import { ProblemPages } from './parts/ProblemPages';
import { SaveButtons } from './parts/SaveButtons';
import type { ValuesPage } from './state/pages';
import { usePlace } from './state/place';
import type { Typed } from './state/typed';
import { useSaving } from './state/useSaving';

interface SettingsFormProps {
  /** What of it is shown; all of it is saved together. */
  readonly page: ValuesPage;
  readonly onPage: (route: string) => void;
  readonly view: SettingsView;
  readonly onView: (view: SettingsView) => void;
}

/** All settings of the project, page by page and saved together. */
export function SettingsForm({ page, onPage, view, onView }: SettingsFormProps) {
  const { t } = usePage();
  const { isSite } = usePlace();
  const saving = useSaving(view, onView);
  const { draft, command, problems, conflicting, save, discard } = saving;
  const guide = useGuide(view.version === 0 && !isSite, page, onPage);
  const theirs = command.failure?.currentSettings;

  function finishGuide(texts: Typed['texts']): void {
    const value = { ...draft.value, texts };
    draft.update(value);
    guide.close();
    if (Object.keys(texts).length > 0) void save(value);
  }

  return (
    <form
      aria-label={t('module.projectSettings.title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {view.unread.length > 0 ? <Notice tone="warning" title={t('error.SETTINGS_NEWER')} /> : null}
      <DraftNotice restoredFrom={draft.restoredFrom} onDiscard={discard} />
      {guide.isOpen ? (
        <GuidedStart
          view={view}
          texts={draft.value.texts}
          onTexts={(texts) => draft.update({ ...draft.value, texts })}
          onFinish={finishGuide}
          onSkip={guide.close}
        />
      ) : (
        <PageValues
          page={page}
          view={view}
          draft={draft}
          problems={problems}
          onEdit={(path) => saving.forgetProblem(`choices.${path}`)}
          onGuide={guide.open}
        />
      )}
      <div className="save-bar">
        {conflicting && theirs !== undefined ? (
          <ChangedMeanwhile
            mine={draft.value}
            theirs={theirs}
            onKeepMine={saving.keepMine}
            onTakeTheirs={saving.takeTheirs}
          />
        ) : null}
        {command.failure !== null && !conflicting ? (
          <FailureNotice failure={command.failure} onRetry={() => void save()} />
        ) : null}
        {problems.length > 0 && command.failure === null ? (
          <ProblemPages page={page} problems={problems} onPage={onPage} />
        ) : null}
        {guide.isOpen ? null : <SaveButtons isChanged={saving.isChanged} busy={command.busy} onDiscard={discard} />}
      </div>
    </form>
  );
}
