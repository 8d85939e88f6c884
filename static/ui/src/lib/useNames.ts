import { useEffect, useState } from 'react';
import { findNames } from './people';
import { usePage } from './Page';

/** Names a person of the team by account id; null stands for somebody whose data was erased. */
export type NameOf = (accountId: string | null) => string;

/** Fetches the present names of accounts, each once; they are kept nowhere. */
export function useNames(accountIds: readonly (string | null)[]): NameOf {
  const { t } = usePage();
  const [names, setNames] = useState<ReadonlyMap<string, string> | null>(null);
  const accounts = [...new Set(accountIds.filter((id) => id !== null))].sort().join(' ');
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
