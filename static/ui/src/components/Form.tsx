import { useRef, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import Button from '@atlaskit/button/new';
import { usePage } from '../lib/Page';
import { useFormKeys } from './useFormKeys';

interface FormProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly busy: boolean;
  readonly children: ReactNode;
  /** Says in place what went wrong; stands above the buttons. */
  readonly failure?: ReactNode;
  readonly tone?: 'primary' | 'danger';
  /** Whether what was typed is kept on leaving. */
  readonly keepsDraft?: boolean;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

const COMMAND_KEY = /mac|iphone|ipad/iu.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** A form in the panel, with its keys; after a refused submission the focus goes to the first field with a problem. */
export function Form({ tone = 'primary', keepsDraft = true, ...props }: FormProps) {
  const { title, submitLabel, busy, children, failure, onSubmit, onCancel } = props;
  const { t } = usePage();
  const element = useRef<HTMLFormElement>(null);
  useFormKeys(element, onCancel);
  return (
    <form
      ref={element}
      className="form"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        flushSync(onSubmit);
        element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      }}
    >
      <h2 className="heading">{title}</h2>
      {children}
      {failure}
      <div className="button-row">
        <Button type="submit" appearance={tone}>
          {busy ? t('form.saving') : submitLabel}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          {t('form.cancel')}
        </Button>
        {tone === 'danger' ? null : (
          <span className="quiet keys">
            {t(keepsDraft ? 'form.shortcutDraft' : 'form.shortcut', { key: COMMAND_KEY })}
          </span>
        )}
      </div>
    </form>
  );
}
