import { applyTheming } from './theming';
import { frameHistory } from './history';
import { reportHeight } from './height';
import { isRecord } from './protocol';
import type { ColorMode, FrameMessage, HostMessage } from './protocol';

type Callback = (argument: unknown) => unknown;
interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

declare global {
  var __bridge: { callBridge: (operation: string, payload?: unknown) => Promise<unknown> } | undefined;
}

const siteOrigin = document.currentScript?.dataset['siteOrigin'] ?? '';
const waiting = new Map<number, Waiting>();
const callbacks = new Map<number, Callback>();
let lastId = 0;

function tell(message: FrameMessage): void {
  window.parent.postMessage(message, siteOrigin);
}

function isCallback(value: unknown): value is Callback {
  return typeof value === 'function';
}

/** Replaces functions by references, in plain objects and arrays. */
function withoutFunctions(value: unknown): unknown {
  if (isCallback(value)) {
    lastId += 1;
    callbacks.set(lastId, value);
    return { $callback: lastId };
  }
  if (Array.isArray(value)) return value.map(withoutFunctions);
  if (!isRecord(value) || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutFunctions(inner)]));
}

function ask(operation: string, payload: unknown): Promise<unknown> {
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    try {
      tell({ type: 'call', id, operation, payload });
    } catch (error) {
      waiting.delete(id);
      reject(error instanceof Error ? error : new Error('The payload cannot be sent.'));
    }
  });
}

function isColorMode(value: unknown): value is ColorMode {
  return value === 'light' || value === 'dark' || value === 'auto';
}

/** The host keeps the address, the frame keeps the object that the app holds. */
async function createHistory(): Promise<unknown> {
  let heard = (_path: unknown): void => undefined;
  const listener = withoutFunctions((path: unknown) => heard(path));
  const start = await ask('createHistory', { listener });
  const { history, moved } = frameHistory(String(start), {
    go: (path, replaces) => tell({ type: 'go', path, replaces }),
    step: (count) => tell({ type: 'step', count }),
  });
  heard = moved;
  return history;
}

async function callBridge(operation: string, payload?: unknown): Promise<unknown> {
  if (operation === 'createHistory') return createHistory();
  const sent = withoutFunctions(payload);
  const value = await ask(operation, sent);
  if (operation === 'enableTheming') {
    if (isColorMode(value)) await applyTheming(value);
    return undefined;
  }
  if (operation === 'on' && typeof value === 'number') {
    const unsubscribe = () => {
      callbacks.delete(value);
      tell({ type: 'off', callback: value });
    };
    return { unsubscribe };
  }
  return value;
}

function receive(message: HostMessage): void {
  switch (message.type) {
    case 'result':
      waiting.get(message.id)?.resolve(message.value);
      waiting.delete(message.id);
      break;
    case 'failure':
      waiting.get(message.id)?.reject(new Error(message.message));
      waiting.delete(message.id);
      break;
    case 'callback':
      callbacks.get(message.callback)?.(message.argument);
      break;
    case 'theme':
      void applyTheming(message.colorMode);
      break;
  }
}

window.addEventListener('message', (event: MessageEvent<HostMessage>) => {
  if (event.source === window.parent && event.origin === siteOrigin) receive(event.data);
});

// As on the platform, the page finds the bridge before its own scripts run, and cannot replace it.
Object.defineProperty(globalThis, '__bridge', { value: Object.freeze({ callBridge }) });

reportHeight((height) => tell({ type: 'height', height }));
