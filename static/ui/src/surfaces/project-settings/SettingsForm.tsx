import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { FieldProblem } from '../../../../../src/contract/errors';
import type { SettingPath, SettingsView } from '../../../../../src/contract/settings';
import { DraftNotice } from '../../components/DraftNotice';
import { FailureNotice } from '../../components/FailureNotice';
import { Notice } from '../../components/Notice';
import { usePage } from '../../lib/Page';
import { useDraft, type Draft } from '../../lib/useDraft';
import { useSubmission } from '../../lib/useSubmission';
import { CalendarImport } from './calendar/CalendarImport';
import { ChangedMeanwhile } from './parts/ChangedMeanwhile';
import { LinkRules } from './parts/LinkRules';
import { ProblemPages } from './parts/ProblemPages';
import { SavingHistory } from './parts/SavingHistory';
import { SettingInput } from './parts/SettingInput';
import type { SettingSection } from './state/fields';
import type { ValuesPage } from './state/pages';
import { usePlace } from './state/place';
import { choicesOf, parseTyped, textAt, typedOf, type Typed } from './state/typed';

interface SettingsFormProps {
  /** What of it is shown; all of it is saved together. */
  readonly page: ValuesPage;
  readonly onPage: (route: string) => void;
  readonly view: SettingsView;
  readonly onView: (view: SettingsView) => void;
}

interface SectionProps {
  readonly section: SettingSection;
  readonly view: SettingsView;
  readonly draft: Draft<Typed>;
  readonly problems: readonly FieldProblem[];
  /** Told which value is being changed. */
  readonly onEdit: (path: SettingPath) => void;
}

/** The values of one subject. */
function Section({ section, view, draft, problems, onEdit }: SectionProps) {
  const { t } = usePage();
  const { id, title, about, fields } = section;
  const { texts, links } = draft.value;
  const update = (path: SettingPath, next: Typed['texts']): void => {
    onEdit(path);
    draft.update({ links, texts: next });
  };
  return (
    <section className="section" aria-labelledby={`${id}-title`}>
      <h2 className="heading" id={`${id}-title`}>
        {t(title)}
      </h2>
      <p className="quiet">{t(about)}</p>
      {id === 'links' ? (
        <LinkRules view={view} rules={links} onChange={(next) => draft.update({ texts, links: next })} />
      ) : null}
      <div className="fields">
        {fields.map((field) => (
          <SettingInput
            key={field.path}
            field={field}
            view={view}
            text={texts[field.path]}
            problems={problems}
            onChange={(text) => update(field.path, { ...texts, [field.path]: text })}
            onSetBack={() => update(field.path, without(texts, field.path))}
          />
        ))}
      </div>
      {id === 'calendar' ? (
        <CalendarImport
          days={{
            holidays: texts['calendar.holidays'] ?? textAt(view.defaults, 'calendar.holidays') ?? '',
            extraWorkingDays:
              texts['calendar.extraWorkingDays'] ?? textAt(view.defaults, 'calendar.extraWorkingDays') ?? '',
          }}
          onAdd={({ holidays, extraWorkingDays }) => {
            const days = { 'calendar.holidays': holidays, 'calendar.extraWorkingDays': extraWorkingDays };
            draft.update({ links, texts: { ...texts, ...days } });
          }}
        />
      ) : null}
    </section>
  );
}

function without(texts: Readonly<Partial<Record<SettingPath, string>>>, path: SettingPath) {
  return Object.fromEntries(Object.entries(texts).filter(([own]) => own !== path));
}

/** What cannot be read is said while it is typed; an emptied field may be on its way to another value. */
function unreadable(typed: Typed): readonly FieldProblem[] {
  return choicesOf(typed).problems.filter(({ rule }) => rule !== 'missing');
}

/** All settings of the project, page by page and saved together. */
export function SettingsForm({ page, onPage, view, onView }: SettingsFormProps) {
  const { t, announce } = usePage();
  const place = usePlace();
  const saved = typedOf(view.choices);
  const draft = useDraft('settings', saved, parseTyped);
  const [base, setBase] = useState(view.version);
  const { command, problems, submit, conflicting, forgetProblem, forgetProblems } = useSubmission(draft);
  const isChanged = JSON.stringify(draft.value) !== JSON.stringify(saved);
  const theirs = command.failure?.currentSettings;

  async function save(): Promise<void> {
    const { choices, problems: found } = choicesOf(draft.value);
    const { commandId } = draft;
    const stored = await submit({
      problems: found,
      send: () => place.save({ commandId, expectedVersion: base, choices }),
    });
    if (stored === null) return;
    announce(t('settings.saved'));
    onView(stored);
  }

  function discard(): void {
    draft.discard();
    forgetProblems();
    command.clear();
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
      {page.sections.map((section) => (
        <Section
          key={section.id}
          section={section}
          view={view}
          draft={draft}
          problems={[...problems, ...unreadable(draft.value)]}
          onEdit={(path) => forgetProblem(`choices.${path}`)}
        />
      ))}
      <SavingHistory version={view.version} />
      <div className="save-bar">
        {conflicting && theirs !== undefined ? (
          <ChangedMeanwhile
            mine={draft.value}
            theirs={theirs}
            onKeepMine={() => {
              setBase(theirs.version);
              command.clear();
            }}
            onTakeTheirs={() => {
              draft.discard();
              onView(theirs);
            }}
          />
        ) : null}
        {command.failure !== null && !conflicting ? (
          <FailureNotice failure={command.failure} onRetry={() => void save()} />
        ) : null}
        {problems.length > 0 && command.failure === null ? (
          <ProblemPages page={page} problems={problems} onPage={onPage} />
        ) : null}
        <div className="button-row">
          <Button type="submit" appearance="primary" isDisabled={!isChanged}>
            {command.busy ? t('form.saving') : t('settings.save')}
          </Button>
          <Button appearance="subtle" isDisabled={!isChanged} onClick={discard}>
            {t('settings.discard')}
          </Button>
        </div>
      </div>
    </form>
  );
}
