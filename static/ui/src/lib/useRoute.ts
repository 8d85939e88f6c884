import { useCallback, useEffect, useRef, useState } from 'react';
import { followPages, type PageHistory } from './bridge';

export interface Route {
  /** The first part of the path; empty for the page itself, null until the host has said. */
  readonly route: string | null;
  readonly open: (route: string) => void;
}

function routeIn(path: string): string {
  return path.split('/').find((part) => part !== '') ?? '';
}

/** Which of the pages below this one is shown. A host without a history shows the page itself, and the app goes on alone. */
export function useRoute(): Route {
  const [route, setRoute] = useState<string | null>(null);
  const history = useRef<PageHistory | null>(null);

  useEffect(() => {
    followPages((path) => setRoute(routeIn(path)))
      .then((given) => {
        history.current = given;
        setRoute(routeIn(given.path));
      })
      .catch(() => setRoute(''));
  }, []);

  const open = useCallback((next: string) => {
    if (history.current === null) setRoute(next);
    else history.current.open(`/${next}`);
  }, []);
  return { route, open };
}
