import type { ReactNode } from 'react';
import { InformationIcon, WarningIcon } from './Icons';

interface NoticeProps {
  readonly tone: 'information' | 'warning' | 'danger';
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out at once: for what went wrong after the reader did something. */
  readonly urgent?: boolean;
}

/** A message that stands in the place it is about. */
export function Notice({ tone, title, children, actions, urgent = false }: NoticeProps) {
  const Symbol = tone === 'information' ? InformationIcon : WarningIcon;
  return (
    <div className={`notice notice-${tone}`} role={urgent ? 'alert' : undefined}>
      <Symbol className="icon notice-icon" />
      <div className="notice-body">
        {title === undefined ? null : <p className="notice-title">{title}</p>}
        {children}
        {actions === undefined ? null : <div className="button-row">{actions}</div>}
      </div>
    </div>
  );
}
