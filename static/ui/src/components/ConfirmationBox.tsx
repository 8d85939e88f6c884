import { useId, type RefCallback } from 'react';
import type { Confirmation } from '../lib/useConfirmation';
import { usePage } from '../lib/Page';

interface ConfirmationBoxProps {
  readonly confirmation: Confirmation;
  readonly boxRef?: RefCallback<HTMLInputElement>;
}

/** The box that has to be ticked before something is erased, and what is said when it was not. */
export function ConfirmationBox({ confirmation, boxRef }: ConfirmationBoxProps) {
  const { t } = usePage();
  const { sure, missing, change } = confirmation;
  const problemId = `${useId()}problem`;
  return (
    <>
      <label className="check">
        <input
          ref={boxRef}
          type="checkbox"
          checked={sure}
          aria-invalid={missing}
          aria-describedby={missing ? problemId : undefined}
          onChange={(event) => change(event.target.checked)}
        />
        {t('erase.confirm')}
      </label>
      {missing ? (
        <p className="field-problem" id={problemId} role="alert">
          {t('erase.missing')}
        </p>
      ) : null}
    </>
  );
}
