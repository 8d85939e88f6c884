import { useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { SettingPath, SettingsView } from '../../../../../../src/contract/settings';
import { usePage } from '../../../lib/Page';
import { SettingInput } from '../parts/SettingInput';
import { fieldOf } from '../state/fields';
import { without, type Typed } from '../state/typed';
import { STEPS } from './steps';
import { useSuggestions } from './useSuggestions';

type Texts = Typed['texts'];

interface GuidedStartProps {
  readonly view: SettingsView;
  readonly texts: Texts;
  readonly onTexts: (texts: Texts) => void;
  /** Everything has been answered or skipped. */
  readonly onFinish: (texts: Texts) => void;
  readonly onSkip: () => void;
}

/** Three short steps for a project that nobody has set up: values that its own data speaks for, each with the reason. */
export function GuidedStart({ view, texts, onTexts, onFinish, onSkip }: GuidedStartProps) {
  const { t } = usePage();
  const [number, setNumber] = useState(0);
  const [declined, setDeclined] = useState<readonly SettingPath[]>([]);
  const { suggestions, isReading } = useSuggestions();
  const suggestionFor = (path: SettingPath) =>
    texts[path] === undefined && !declined.includes(path) ? suggestions[path] : undefined;
  const heading = useRef<HTMLHeadingElement>(null);
  const { title, about, paths } = STEPS[number] ?? STEPS[0];
  const isLast = number === STEPS.length - 1;

  function goOn(next: Texts): void {
    if (isLast) {
      onFinish(next);
      return;
    }
    onTexts(next);
    setNumber(number + 1);
    heading.current?.focus();
  }

  function withSuggested(): Texts {
    const suggested = paths.flatMap((path) => {
      const suggestion = suggestionFor(path);
      return suggestion === undefined ? [] : [[path, suggestion.text] as const];
    });
    return { ...texts, ...Object.fromEntries(suggested) };
  }

  return (
    <section className="guide" aria-labelledby="guide-title">
      <p className="quiet">{t('settings.guide.step', { number: number + 1, count: STEPS.length })}</p>
      <h2 className="heading" id="guide-title" ref={heading} tabIndex={-1}>
        {t(title)}
      </h2>
      <p>{t(about)}</p>
      {isReading ? (
        <p className="quiet" role="status">
          {t('settings.guide.reading')}
        </p>
      ) : null}
      <div className="fields">
        {paths.flatMap((path) => {
          const field = fieldOf(path);
          if (field === undefined) return [];
          const suggestion = suggestionFor(path);
          return (
            <SettingInput
              key={path}
              field={field}
              view={view}
              text={texts[path] ?? suggestion?.text}
              reason={suggestion?.reason}
              problems={[]}
              onChange={(text) => onTexts({ ...texts, [path]: text })}
              onSetBack={() => {
                setDeclined([...declined, path]);
                onTexts(without(texts, path));
              }}
            />
          );
        })}
      </div>
      <div className="button-row">
        <Button appearance="primary" onClick={() => goOn(withSuggested())}>
          {t(isLast ? 'settings.guide.finish' : 'settings.guide.use')}
        </Button>
        <Button onClick={() => goOn(texts)}>{t('settings.guide.skipStep')}</Button>
        <Button appearance="subtle" onClick={onSkip}>
          {t('settings.guide.skip')}
        </Button>
      </div>
    </section>
  );
}
