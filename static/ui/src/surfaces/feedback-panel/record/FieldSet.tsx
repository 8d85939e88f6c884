import type { Ref } from 'react';
import type { FieldProblem } from '../../../../../../src/contract/errors';
import type { ContactView, Day } from '../../../../../../src/contract/feedback';
import { TEXT_LIMIT } from '../../../../../../src/contract/limits';
import { CHANNELS, FEEDBACK_KINDS, IMPORTANCES } from '../../../../../../src/contract/vocabulary';
import { DayField } from '../../../components/DayField';
import { SelectField } from '../../../components/SelectField';
import { TextAreaField } from '../../../components/TextAreaField';
import { normalized, problemAt } from '../../../lib/fieldProblems';
import { usePage } from '../../../lib/Page';
import { ContactField } from '../../../components/contact/ContactField';
import { useWords } from '../state/words';
import type { FeedbackFields } from './fields';

interface FieldSetProps {
  readonly value: FeedbackFields;
  readonly problems: readonly FieldProblem[];
  readonly recent: ContactView | null;
  readonly today: Day;
  readonly onChange: (change: Partial<FeedbackFields>) => void;
  readonly textRef?: Ref<HTMLTextAreaElement>;
}

/** The fields of feedback, for recording and for editing; a kind that is not offered any more stays until it is changed. */
export function FieldSet({ value, problems, recent, today, onChange, textRef }: FieldSetProps) {
  const { t } = usePage();
  const words = useWords();
  return (
    <>
      <TextAreaField
        label={t('form.text')}
        value={value.text}
        limit={TEXT_LIMIT}
        required
        problem={problemAt(t, problems, 'text', normalized(value.text).length)}
        onChange={(text) => onChange({ text })}
        {...(textRef === undefined ? {} : { inputRef: textRef })}
      />
      <ContactField
        value={value.contact}
        recent={recent}
        problems={problems}
        onChange={(contact) => onChange({ contact })}
      />
      <div className="field-grid">
        <SelectField
          label={t('form.kind')}
          value={value.kind}
          choices={FEEDBACK_KINDS.filter((kind) => kind === value.kind || words.kinds.includes(kind))}
          nameOf={(kind) => t(`kind.${kind}`)}
          problem={problemAt(t, problems, 'kind')}
          onChange={(kind) => onChange({ kind })}
        />
        <SelectField
          label={t('form.importance')}
          value={value.importance}
          choices={IMPORTANCES}
          nameOf={words.importance}
          problem={problemAt(t, problems, 'importance')}
          onChange={(importance) => onChange({ importance })}
        />
        <SelectField
          label={t('form.channel')}
          value={value.channel}
          choices={CHANNELS}
          nameOf={(channel) => t(`channel.${channel}`)}
          problem={problemAt(t, problems, 'channel')}
          onChange={(channel) => onChange({ channel })}
        />
        <DayField
          label={t('form.saidOn')}
          value={value.saidOn}
          max={today}
          problem={problemAt(t, problems, 'saidOn')}
          onChange={(saidOn) => onChange({ saidOn })}
        />
      </div>
    </>
  );
}
