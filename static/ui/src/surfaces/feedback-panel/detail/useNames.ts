import { useEffect, useState } from 'react';
import type { FeedbackDetail } from '../../../../../../src/contract/feedback';
import { findNames } from '../../../lib/people';
import { usePage } from '../../../lib/Page';

/** Names a person of the team by account id; null stands for somebody whose data was erased. */
export type NameOf = (accountId: string | null) => string;

function accountsIn(detail: FeedbackDetail): string {
  const entries = [...detail.history, ...detail.answers, ...(detail.notes ?? [])];
  const accounts = new Set(entries.flatMap(({ by }) => (by === null ? [] : [by])));
  return [...accounts].sort().join(' ');
}

/** Fetches the present names of those who acted on an item; they are kept nowhere. */
export function useNames(detail: FeedbackDetail): NameOf {
  const { t } = usePage();
  const [names, setNames] = useState<ReadonlyMap<string, string> | null>(null);
  const accounts = accountsIn(detail);
  useEffect(() => {
    let current = true;
    if (accounts !== '') {
      void findNames(accounts.split(' ')).then((found) => {
        if (current) setNames(found);
      });
    }
    return () => {
      current = false;
    };
  }, [accounts]);
  return (accountId) => {
    if (accountId === null) return t('person.erased');
    return names === null ? t('person.loading') : (names.get(accountId) ?? t('person.unknown'));
  };
}
