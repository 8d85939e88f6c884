import { useMemo, useState, type ReactNode } from 'react';
import { LiveRegion } from './LiveRegion';
import { PageProvider, type Page } from '../lib/Page';

interface SurfaceProps {
  readonly page: Omit<Page, 'announce'>;
  readonly children: ReactNode;
}

/** The frame of every surface: gives its components the page, and a voice. */
export function Surface({ page, children }: SurfaceProps) {
  const [message, setMessage] = useState('');
  const complete = useMemo<Page>(() => {
    // The same words twice are only heard twice if the text changes.
    const announce = (next: string): void => setMessage((before) => (before === next ? `${next}\u00a0` : next));
    return { ...page, announce };
  }, [page]);
  return (
    <PageProvider page={complete}>
      {children}
      <LiveRegion message={message} />
    </PageProvider>
  );
}
