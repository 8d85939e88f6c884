import { useCallback, useEffect, useRef, useState } from 'react';
import type { RegisterPage } from '../../../../../../src/contract/register';
import { call, type Failure } from '../../../lib/call';
import { usePage } from '../../../lib/Page';
import { useTypingPause } from '../../../lib/useTypingPause';

const PAGE_SIZE = 100;

export interface Wanted {
  readonly query: string;
  readonly archived: boolean;
}

export type RegisterState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | { readonly phase: 'ready'; readonly page: RegisterPage; readonly more: boolean };

export interface Register {
  readonly wanted: Wanted;
  readonly state: RegisterState;
  readonly want: (wanted: Wanted) => void;
  readonly reload: () => void;
  readonly loadMore: () => void;
}

function joined(first: RegisterPage, next: RegisterPage): RegisterPage {
  const known = new Set(first.clients.map(({ id }) => id));
  return {
    total: next.total,
    lines: first.lines + next.lines,
    clients: [...first.clients, ...next.clients.filter(({ id }) => !known.has(id))],
    contacts: [...first.contacts, ...next.contacts],
  };
}

/** The register as it was asked for, page by page; an answer that was overtaken by another question is dropped. */
export function useRegister(): Register {
  const { projectId } = usePage().context;
  const [wanted, setWanted] = useState<Wanted>({ query: '', archived: false });
  const [state, setState] = useState<RegisterState>({ phase: 'loading' });
  const latest = useRef(0);
  const afterPause = useTypingPause();

  const load = useCallback(
    async (question: Wanted, before: RegisterPage | null) => {
      const own = (latest.current += 1);
      const offset = before?.lines ?? 0;
      const outcome = await call('register.list', { projectId, ...question, offset, limit: PAGE_SIZE });
      if (own !== latest.current) return;
      if (!outcome.ok) {
        setState({ phase: 'failed', failure: outcome.failure });
        return;
      }
      const page = before === null ? outcome.data : joined(before, outcome.data);
      setState({ phase: 'ready', page, more: outcome.data.lines > 0 && page.lines < page.total });
    },
    [projectId],
  );

  useEffect(() => {
    void load({ query: '', archived: false }, null);
  }, [load]);

  return {
    wanted,
    state,
    want: (next) => {
      setWanted(next);
      afterPause(() => void load(next, null));
    },
    reload: () => void load(wanted, null),
    loadMore: () => {
      if (state.phase === 'ready') void load(wanted, state.page);
    },
  };
}

/** Everybody in the register. */
export type WholeRegister = Pick<RegisterPage, 'clients' | 'contacts'>;

/** Reads the whole register, as many calls as it takes; a failure when one fails. */
export async function readRegister(projectId: string, archived: boolean): Promise<WholeRegister | Failure> {
  let page: RegisterPage = { total: 0, lines: 0, clients: [], contacts: [] };
  for (;;) {
    const question = { projectId, query: '', archived, offset: page.lines, limit: 1_000 };
    const outcome = await call('register.list', question);
    if (!outcome.ok) return outcome.failure;
    page = joined(page, outcome.data);
    if (outcome.data.lines === 0 || page.lines >= page.total) return page;
  }
}
