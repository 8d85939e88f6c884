import { lazy } from 'react';

/** The import of a file; its code and the reader of such files come when somebody asks for it. */
export const ImportForm = lazy(async () => ({ default: (await import('./import/ImportForm')).ImportForm }));
