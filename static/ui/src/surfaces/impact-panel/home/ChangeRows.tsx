import type { ChangeSummary } from '../../../../../../src/contract/change';
import { isOpenChange } from '../../../../../../src/contract/changeLifecycle';
import { usePage } from '../../../lib/Page';
import { changeTitle } from '../change/changeTitle';
import { StateLozenge, TierLozenge } from '../change/Lozenges';

/** Names the button that opens a change request, so that the focus can return to it. */
export function changeButtonId(changeId: string): string {
  return `open-${changeId}`;
}

interface ChangeRowsProps {
  readonly changes: readonly ChangeSummary[];
  readonly now: number;
  readonly onOpen: (changeId: string) => void;
}

function Row({ change, now, onOpen }: Omit<ChangeRowsProps, 'changes'> & { readonly change: ChangeSummary }) {
  const { t, formats } = usePage();
  const open = isOpenChange(change.state);
  const expired = open && change.validUntil !== null && change.validUntil < formats.dayOf(now);
  return (
    <li className={open ? 'row row-item' : 'row row-item row-closed'}>
      <div className="row-top">
        <StateLozenge state={change.state} />
        {change.tier === null ? null : <TierLozenge tier={change.tier} />}
        {change.urgency === 'normal' ? null : <span>{t(`change.urgency.${change.urgency}`)}</span>}
      </div>
      <button type="button" id={changeButtonId(change.id)} className="row-open" onClick={() => onOpen(change.id)}>
        {changeTitle(t, change)}
      </button>
      <p className="meta">
        <time dateTime={change.updatedAt} title={formats.moment(change.updatedAt)}>
          {t('change.updated', { when: formats.ago(change.updatedAt, now) })}
        </time>
        {change.validUntil === null ? null : (
          <span className={expired ? 'late' : undefined}>
            {t(expired ? 'change.expired' : 'change.validUntilDay', { day: formats.day(change.validUntil) })}
          </span>
        )}
      </p>
    </li>
  );
}

/** The change requests that concern the issue, open ones first. */
export function ChangeRows({ changes, ...props }: ChangeRowsProps) {
  return (
    <ul className="rows">
      {changes.map((change) => (
        <Row key={change.id} change={change} {...props} />
      ))}
    </ul>
  );
}
