import { useCallback, useEffect, useState } from 'react';
import type { ClientView, ContactPage, ContactView } from '../../../../../src/contract/feedback';
import { call, type Failure } from '../../lib/call';
import { usePage } from '../../lib/Page';
import { useTypingPause } from '../../lib/useTypingPause';

/** A contact or client that still has its name, and so can be found by it. */
type Named<T> = T & { readonly name: string };

export interface Contacts {
  /** The contacts that fit what has been typed. */
  readonly contacts: (query: string) => readonly Named<ContactView>[];
  readonly clients: (query: string) => readonly Named<ClientView>[];
  /** Asks for what fits, unless everything is known already; waits for a pause in typing. */
  readonly search: (query: string) => void;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

function hasName<T extends { readonly name: string | null }>(value: T): value is Named<T> {
  return value.name !== null;
}

function folded(value: string): string {
  return value.normalize('NFKC').toLowerCase().trim();
}

function merged<T extends { readonly id: string }>(first: readonly T[], second: readonly T[]): readonly T[] {
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !known.has(id))];
}

function together(before: ContactPage | null, page: ContactPage): ContactPage {
  if (before === null) return page;
  return {
    contacts: merged(before.contacts, page.contacts),
    clients: merged(before.clients, page.clients),
    complete: before.complete,
  };
}

/**
 * Contacts to choose from: one call when the form opens. Where that did not bring all of them, typing asks for more.
 */
export function useContacts(): Contacts {
  const { issueId } = usePage().context;
  const [known, setKnown] = useState<ContactPage | null>(null);
  const [busy, setBusy] = useState(true);
  const [failure, setFailure] = useState<Failure | null>(null);
  const afterPause = useTypingPause();

  const load = useCallback(
    async (query: string) => {
      const outcome = await call('contact.search', { issueId, query });
      setBusy(false);
      setFailure(outcome.ok ? null : outcome.failure);
      if (outcome.ok) setKnown((before) => together(before, outcome.data));
    },
    [issueId],
  );

  useEffect(() => {
    void load('');
  }, [load]);

  return {
    busy,
    failure,
    contacts: (query) => {
      const wanted = folded(query);
      const fits = ({ name, client }: Named<ContactView>): boolean =>
        folded(name).includes(wanted) || folded(client.name ?? '').includes(wanted);
      return (known?.contacts ?? []).filter(hasName).filter(fits);
    },
    clients: (query) => {
      const wanted = folded(query);
      return (known?.clients ?? []).filter(hasName).filter(({ name }) => folded(name).includes(wanted));
    },
    search: (query) => {
      const isKnown = known?.complete === true || query.trim() === '';
      const ask = (): void => {
        setBusy(true);
        void load(query);
      };
      afterPause(isKnown ? null : ask);
    },
    retry: () => {
      setBusy(true);
      setFailure(null);
      void load('');
    },
  };
}
