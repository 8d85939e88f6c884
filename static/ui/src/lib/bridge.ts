import { events, invoke, requestJira, router, view } from '@forge/bridge';

/** What the surfaces need to know of the page that shows them. */
export interface PageContext {
  readonly accountId: string;
  /** Empty where the surface stands on no issue. */
  readonly issueId: string;
  /** Empty where the surface stands on a page of Confluence or of the site's administration. */
  readonly projectId: string;
  /** Empty where the host does not say. */
  readonly projectKey: string;
  readonly locale: string;
  /** An IANA time zone. */
  readonly timeZone: string;
  /** Where the site is; empty when the host does not say. */
  readonly siteUrl: string;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** Who looks, at which site and in which language. */
type ViewerContext = Omit<PageContext, 'issueId' | 'projectId' | 'projectKey'>;

function viewerOf(context: unknown): ViewerContext {
  return {
    accountId: text(member(context, 'accountId')) ?? '',
    siteUrl: text(member(context, 'siteUrl')) ?? '',
    locale: text(member(context, 'locale')) ?? navigator.language,
    timeZone: text(member(context, 'timezone')) ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/**
 * Reads the viewer and the issue or project from the host page. These are hints for the screen only: the back end
 * checks for itself.
 *
 * @throws when the host names neither.
 */
export async function readPageContext(): Promise<PageContext> {
  const context: unknown = await view.getContext();
  const extension = member(context, 'extension');
  const issueId = text(member(member(extension, 'issue'), 'id')) ?? '';
  const projectId = text(member(member(extension, 'project'), 'id')) ?? '';
  const projectKey = text(member(member(extension, 'project'), 'key')) ?? '';
  const isOfSite = member(extension, 'type') === 'jira:adminPage';
  if (issueId === '' && projectId === '' && !isOfSite) throw new Error('The host page names neither issue nor project');
  return { issueId, projectId, projectKey, ...viewerOf(context) };
}

/** What a macro needs to know of the page in Confluence that shows it. */
export interface MacroContext {
  readonly viewer: ViewerContext;
  /** Empty when the host does not say. */
  readonly pageId: string;
  /** What Confluence calls this macro on its page; empty when the host does not say. */
  readonly macroId: string;
  /** What was saved for the macro, unchecked. */
  readonly config: Readonly<Record<string, unknown>>;
}

/** Reads the viewer, the page and the macro's configuration: hints for the screen only, as those of an issue are. */
export async function readMacroContext(): Promise<MacroContext> {
  const context: unknown = await view.getContext();
  const extension = member(context, 'extension');
  const config = member(extension, 'config');
  return {
    viewer: viewerOf(context),
    pageId: text(member(member(extension, 'content'), 'id')) ?? '',
    macroId: text(member(context, 'localId')) ?? '',
    config: typeof config === 'object' && config !== null ? { ...config } : {},
  };
}

/** Saves the macro's configuration, and leaves its dialog. */
export async function saveConfig(config: Readonly<Record<string, unknown>>): Promise<void> {
  await view.submit({ config });
}

/** Leaves the dialog without saving. */
export async function closeDialog(): Promise<void> {
  await view.close();
}

/** Tells the host that the frame shows what it has to show, for which an export waits. */
export async function tellReady(): Promise<void> {
  await view.emitReadyEvent();
}

/** Asks the host to bring its design tokens, light or dark, into this frame and to keep them current. */
export async function enableTheming(): Promise<void> {
  await view.theme.enable();
}

/** Calls a procedure of the app's back end as the viewer. */
export async function invokeProcedure(name: string, payload: object): Promise<unknown> {
  return invoke<unknown>(name, { ...payload });
}

/**
 * Reads from Jira's REST API as the viewer.
 *
 * @throws when Jira refuses or cannot be reached.
 */
export async function readJira(path: string): Promise<unknown> {
  const response = await requestJira(path, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`Jira answered ${String(response.status)}`);
  return response.json();
}

/** Opens an issue in a tab of its own; the frame itself may not lead anywhere. */
export async function openIssue(issueKey: string): Promise<void> {
  await router.open(`/browse/${encodeURIComponent(issueKey)}`);
}

/** Opens an address of another site in a tab of its own; Jira asks first where it does not know the site. */
export async function openAddress(address: string): Promise<void> {
  await router.open(address);
}

const CHANGED = 'countersign.changes';
const WANTED = 'countersign.openChange';

/** Tells the app's other panels on this page that the change requests of the issue are not what they were. */
export async function tellChanged(): Promise<void> {
  await events.emit(CHANGED);
}

/** Asks the impact panel on this page to show a change request. */
export async function askForChange(changeId: string): Promise<void> {
  await events.emit(WANTED, { changeId });
}

function listen(event: string, heard: (payload: unknown) => void): () => void {
  const subscription = events.on(event, heard);
  return () => {
    void subscription.then(({ unsubscribe }) => unsubscribe());
  };
}

/** Calls when another panel has changed something; returns how to stop it. */
export function onChanged(heard: () => void): () => void {
  return listen(CHANGED, heard);
}

/** Calls when another panel wants a change request shown; returns how to stop it. */
export function onChangeWanted(heard: (changeId: string) => void): () => void {
  return listen(WANTED, (payload) => {
    const changeId = text(member(payload, 'changeId'));
    if (changeId !== null) heard(changeId);
  });
}

/** Where a page of its own stands below its address, and the way to another place. */
export interface PageHistory {
  /** Such as `/links`; `/` for the page itself. */
  readonly path: string;
  readonly open: (path: string) => void;
}

function pathOf(location: unknown): string {
  return text(member(location, 'pathname')) ?? '/';
}

/**
 * Follows the host's navigation between the pages below this one.
 *
 * @throws when the host gives the page no history.
 */
export async function followPages(heard: (path: string) => void): Promise<PageHistory> {
  const history = await view.createHistory();
  history.listen((location: unknown) => heard(pathOf(location)));
  return { path: pathOf(history.location), open: (path) => history.push(path) };
}
