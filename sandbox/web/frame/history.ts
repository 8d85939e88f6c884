/** A place below the app's own page. */
export interface FrameLocation {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

type Action = 'POP' | 'PUSH' | 'REPLACE';
type Listener = (location: FrameLocation, action: Action) => void;

/** What the frame asks of the host page's own history. */
export interface HostHistory {
  readonly go: (path: string, replaces: boolean) => void;
  readonly step: (count: number) => void;
}

/** The location of a path such as `/links?all=1`. */
function locationOf(path: string): FrameLocation {
  const { pathname, search, hash } = new URL(path, 'http://page');
  return { pathname, search, hash };
}

/**
 * The history that an app's page gets: what it pushes becomes part of the site's address, and it hears of every other
 * page below it that is opened in the site's navigation.
 *
 * @see https://developer.atlassian.com/platform/forge/custom-ui-bridge/view/#createhistory
 */
export function frameHistory(start: string, host: HostHistory) {
  const listeners = new Set<Listener>();
  const history = {
    action: 'POP' as Action,
    location: locationOf(start),
    listen(listener: Listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push: (path: string): void => move(path, 'PUSH'),
    replace: (path: string): void => move(path, 'REPLACE'),
    go: (count: number): void => host.step(count),
    back: (): void => host.step(-1),
    forward: (): void => host.step(1),
  };

  function arrive(path: string, action: Action): void {
    history.action = action;
    history.location = locationOf(path);
    for (const listener of listeners) listener(history.location, action);
  }

  function move(path: string, action: 'PUSH' | 'REPLACE'): void {
    host.go(path, action === 'REPLACE');
    arrive(path, action);
  }

  return { history, moved: (path: unknown) => arrive(String(path), 'POP') };
}
