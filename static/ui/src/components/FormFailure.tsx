import { FailureNotice } from './FailureNotice';
import type { Failure } from '../lib/call';
import { ConflictNotice } from './ConflictNotice';
import type { Difference } from './DifferencesTable';

interface FormFailureProps {
  readonly failure: Failure | null;
  readonly differences: readonly Difference[];
  readonly onRetry: () => void;
  readonly onDrop: () => void;
}

/** What went wrong with a form of an item: a conflict shows both sides. */
export function FormFailure({ failure, differences, onRetry, onDrop }: FormFailureProps) {
  if (failure === null) return null;
  if (failure.code === 'CONFLICT') return <ConflictNotice differences={differences} onDrop={onDrop} />;
  return <FailureNotice failure={failure} onRetry={onRetry} />;
}
