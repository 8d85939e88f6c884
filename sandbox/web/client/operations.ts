import { z } from 'zod';
import { isCallbackReference } from '../frame/protocol';
import { closeFlag, showFlag } from './flags';
import { followHistory } from './frameHistory';
import { callServer } from './server';
import { getUrl, navigate } from './navigation';
import { currentColorMode, themeState } from './theme';
import type { CallbackReference } from '../frame/protocol';
import type { AppFrame } from './appFrame';

type Operation = (payload: unknown, frame: AppFrame) => unknown;

const event = z.object({ event: z.string(), payload: z.unknown() });
const subscription = z.object({ event: z.string(), callback: z.custom<CallbackReference>(isCallbackReference) });
const following = z.object({ listener: z.custom<CallbackReference>(isCallbackReference) });
const invocation = z.object({
  functionKey: z.string(),
  payload: z.unknown(),
  metadata: z.undefined({ error: 'The sandbox does not model the metadata of invoke.' }).optional(),
});
const productRequest = z.object({
  product: z.enum(['jira', 'confluence'], { error: 'The sandbox models requests to Jira and Confluence only.' }),
  restPath: z.string(),
  fetchRequestInit: z.object({
    method: z.string().default('GET'),
    headers: z.array(z.tuple([z.string(), z.string()])),
    body: z.string().nullish(),
  }),
  isMultipartFormData: z.literal(false, { error: 'The sandbox does not model uploads.' }),
});

const submission = z.object({
  config: z.record(z.string(), z.unknown()),
  keepEditing: z.literal(false, { error: 'The sandbox closes the dialog with the first submission.' }).optional(),
});

/** What is no dialog can do nothing of this: the platform answers so, and the bridge turns it into its error. */
const notPossible: Operation = () => false;

/** Puts the configuration into the page, and leaves the dialog. */
const submit: Operation = async (payload, { parts }) => {
  if (parts.after === null) return false;
  const { config } = submission.parse(payload);
  await callServer('/__site/wiki/macro', { moduleKey: parts.key, ...parts.place, config });
  location.assign(parts.after);
  return true;
};

const close: Operation = (_payload, { parts }) => {
  if (parts.after === null) return false;
  location.assign(parts.after);
  return true;
};

async function refresh(): Promise<void> {
  const answer = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-refresh]')) {
    const name = part.getAttribute('data-refresh') ?? '';
    const replacement = fresh.querySelector(`[data-refresh="${name}"]`);
    if (replacement !== null) part.replaceWith(document.importNode(replacement, true));
  }
}

/** What the host does for a frame, by the names that the bridge sends. */
export const operations: Readonly<Record<string, Operation>> = {
  getContext: (_payload, { parts }) => ({ ...parts.context, theme: themeState() }),
  invoke: (payload, { parts }) => {
    const { functionKey, payload: sent } = invocation.parse(payload);
    return callServer('/__site/bridge/invoke', {
      moduleKey: parts.key,
      place: parts.place,
      procedure: functionKey,
      payload: sent,
    });
  },
  fetchProduct: (payload) => {
    const { product, restPath, fetchRequestInit } = productRequest.parse(payload);
    const { method, headers, body } = fetchRequestInit;
    return callServer('/__site/bridge/product', {
      product,
      method,
      path: restPath,
      headers: Object.fromEntries(headers),
      body: body ?? null,
    });
  },
  on: (payload, frame) => {
    const { event: name, callback } = subscription.parse(payload);
    frame.listeners.set(callback.$callback, name);
    return callback.$callback;
  },
  emit: (payload, frame) => {
    const { event: name, payload: argument } = event.parse(payload);
    for (const other of frame.parts.others) {
      for (const [callback, wanted] of other.listeners) {
        if (wanted === name) other.tell({ type: 'callback', callback, argument });
      }
    }
  },
  enableTheming: (_payload, frame) => {
    frame.isThemed = true;
    return currentColorMode();
  },
  showFlag,
  closeFlag,
  navigate,
  getUrl,
  reload: () => location.reload(),
  refresh,
  createHistory: (payload, frame) => {
    const { listener } = following.parse(payload);
    if (frame.parts.base === null) throw new Error('The sandbox gives a history to pages of their own only.');
    return followHistory(frame, frame.parts.base, listener.$callback);
  },
  changeWindowTitle: (payload) => {
    document.title = z.string().parse(payload);
  },
  emitReadyEvent: (_payload, { parts }) => {
    parts.body.dataset['ready'] = 'true';
  },
  open: notPossible,
  close,
  submit,
  onClose: notPossible,
};
