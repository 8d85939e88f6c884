import Button from '@atlaskit/button/new';
import type { FieldProblem } from '../../../../../../src/contract/errors';
import type { SettingPath, SettingsView } from '../../../../../../src/contract/settings';
import { usePage } from '../../../lib/Page';
import type { Draft } from '../../../lib/useDraft';
import { CalendarImport } from '../calendar/CalendarImport';
import type { SettingSection } from '../state/fields';
import type { ValuesPage } from '../state/pages';
import { choicesOf, textAt, without, type Typed } from '../state/typed';
import { LinkRules } from './LinkRules';
import { SavingHistory } from './SavingHistory';
import { SettingInput } from './SettingInput';

interface SectionProps {
  /** Whether the page's own heading says the same. */
  readonly isOnly: boolean;
  readonly section: SettingSection;
  readonly view: SettingsView;
  readonly draft: Draft<Typed>;
  readonly problems: readonly FieldProblem[];
  /** Told which value is being changed. */
  readonly onEdit: (path: SettingPath) => void;
}

/** The values of one subject. */
function Section({ section, isOnly, view, draft, problems, onEdit }: SectionProps) {
  const { t } = usePage();
  const { id, title, about, fields } = section;
  const { texts, links } = draft.value;
  const update = (path: SettingPath, next: Typed['texts']): void => {
    onEdit(path);
    draft.update({ links, texts: next });
  };
  return (
    <section className="section" aria-labelledby={`${id}-title`}>
      <h2 className={isOnly ? 'visually-hidden' : 'heading'} id={`${id}-title`}>
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

/** What cannot be read is said while it is typed; an emptied field may be on its way to another value. */
function unreadable(typed: Typed): readonly FieldProblem[] {
  return choicesOf(typed).problems.filter(({ rule }) => rule !== 'missing');
}

interface PageValuesProps extends Omit<SectionProps, 'section' | 'isOnly'> {
  readonly page: ValuesPage;
  /** Opens the guided start, where there is one. */
  readonly onGuide: (() => void) | null;
}

/** The values of a page, and who changed what before. */
export function PageValues({ page, view, draft, problems, onEdit, onGuide }: PageValuesProps) {
  const { t } = usePage();
  return (
    <>
      {onGuide === null ? null : (
        <div className="button-row">
          <Button onClick={onGuide}>{t('settings.guide.open')}</Button>
        </div>
      )}
      {page.sections.map((section) => (
        <Section
          key={section.id}
          section={section}
          isOnly={page.sections.length === 1}
          view={view}
          draft={draft}
          problems={[...problems, ...unreadable(draft.value)]}
          onEdit={onEdit}
        />
      ))}
      <SavingHistory version={view.version} />
    </>
  );
}
