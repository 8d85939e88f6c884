import { Suspense, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { ErrorBoundary } from './ErrorBoundary';
import { Notice } from './Notice';
import { usePage } from '../lib/Page';

interface PartBoundaryProps {
  /** Stands there while the code is on its way. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Holds a part of the panel whose code is loaded on demand, and says so when that fails. */
export function PartBoundary({ fallback, children }: PartBoundaryProps) {
  const { t } = usePage();
  const reload = (
    <Button spacing="compact" onClick={() => location.reload()}>
      {t('failure.reload')}
    </Button>
  );
  return (
    <ErrorBoundary
      fallback={
        <Notice tone="danger" urgent actions={reload}>
          <p>{t('failure.broken')}</p>
        </Notice>
      }
    >
      <Suspense fallback={fallback}>{children}</Suspense>
    </ErrorBoundary>
  );
}
