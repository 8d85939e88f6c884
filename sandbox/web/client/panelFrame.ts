import { isRecord } from '../frame/protocol';
import { goInPage } from './frameHistory';
import { operations } from './operations';
import type { AppFrame, FrameParts } from './appFrame';
import type { ColorMode, FrameMessage, HostMessage } from '../frame/protocol';

/** After this many milliseconds without a word from the frame, the page says so. */
const SILENCE_LIMIT = 15_000;

/** What the platform grants a Custom UI frame. @see https://developer.atlassian.com/platform/forge/custom-ui/iframe/ */
const FRAME_SANDBOX = 'allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts';

/** One frame of the app on this page, and what the host does for it. */
export class PanelFrame implements AppFrame {
  readonly parts: FrameParts;
  readonly listeners = new Map<number, string>();
  isThemed = false;
  readonly #element = document.createElement('iframe');

  constructor(parts: FrameParts) {
    this.parts = parts;
    window.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (event.source !== this.#element.contentWindow || event.origin !== parts.frameOrigin) return;
      if (isFrameMessage(event.data)) this.#receive(event.data);
    });
  }

  load(): void {
    const { body } = this.parts;
    this.#element.title = body.dataset['title'] ?? '';
    this.#element.setAttribute('sandbox', FRAME_SANDBOX);
    this.#element.src = body.dataset['source'] ?? '';
    body.append(this.#element);
    setTimeout(() => {
      if (body.dataset['state'] !== undefined) return;
      body.dataset['state'] = 'silent';
      const note = body.querySelector('.panel-note');
      if (note !== null) note.textContent = body.dataset['silent'] ?? '';
    }, SILENCE_LIMIT);
  }

  showTheme(colorMode: ColorMode): void {
    if (this.isThemed) this.tell({ type: 'theme', colorMode });
  }

  tell(message: HostMessage): void {
    this.#element.contentWindow?.postMessage(message, this.parts.frameOrigin);
  }

  #receive(message: FrameMessage): void {
    switch (message.type) {
      case 'height':
        this.#element.style.height = `${message.height}px`;
        this.parts.body.dataset['state'] = 'shown';
        break;
      case 'off':
        this.listeners.delete(message.callback);
        break;
      case 'go':
        if (this.parts.base !== null) goInPage(this.parts.base, message.path, message.replaces);
        break;
      case 'step':
        history.go(message.count);
        break;
      case 'call':
        void this.#perform(message);
        break;
    }
  }

  async #perform({ id, operation, payload }: Extract<FrameMessage, { type: 'call' }>): Promise<void> {
    try {
      const perform = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
      if (perform === undefined) {
        void reportUnknown(operation);
        throw new Error(`The sandbox does not model the bridge operation "${operation}".`);
      }
      this.tell({ type: 'result', id, value: await perform(payload, this) });
    } catch (error) {
      this.tell({ type: 'failure', id, message: error instanceof Error ? error.message : String(error) });
    }
  }
}

function isFrameMessage(data: unknown): data is FrameMessage {
  if (!isRecord(data)) return false;
  if (data['type'] === 'height') return typeof data['height'] === 'number';
  if (data['type'] === 'go') return typeof data['path'] === 'string' && typeof data['replaces'] === 'boolean';
  if (data['type'] === 'step') return typeof data['count'] === 'number';
  if (data['type'] === 'off') return typeof data['callback'] === 'number';
  return data['type'] === 'call' && typeof data['id'] === 'number' && typeof data['operation'] === 'string';
}

async function reportUnknown(operation: string): Promise<void> {
  await fetch('/__site/bridge/unknown', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ operation }),
  });
}
