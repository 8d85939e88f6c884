import { z } from 'zod';
import { isCallbackReference } from '../frame/protocol';
import type { CallbackReference } from '../frame/protocol';
import type { AppFrame } from './appFrame';

const AUTO_DISMISS = 8_000;

const flag = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z.string().optional(),
  description: z.string().optional(),
  type: z.enum(['info', 'success', 'warning', 'error']),
  isAutoDismiss: z.boolean().optional(),
  actions: z
    .array(z.object({ text: z.string(), onClick: z.custom<CallbackReference>(isCallbackReference) }))
    .default([]),
});
type Flag = z.output<typeof flag>;

function make(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function shownFlag(id: string): HTMLElement | null {
  return document.querySelector(`[data-flag="${CSS.escape(id)}"]`);
}

function draw({ id, title, description, type, actions }: Flag, frame: AppFrame, dismissLabel: string): HTMLElement {
  const box = make('div', `flag flag-${type}`);
  box.dataset['flag'] = id;
  box.setAttribute('role', type === 'error' ? 'alert' : 'status');
  const dismiss = make('button', 'flag-dismiss', '×');
  dismiss.setAttribute('aria-label', dismissLabel);
  dismiss.addEventListener('click', () => box.remove());
  box.append(make('strong', 'flag-title', title), dismiss, make('p', 'flag-text', description));
  for (const { text, onClick } of actions) {
    const action = make('button', 'button subtle', text);
    action.addEventListener('click', () => {
      frame.tell({ type: 'callback', callback: onClick.$callback, argument: undefined });
    });
    box.append(action);
  }
  return box;
}

/** Shows a message at the edge of the page; the same id again replaces it. */
export function showFlag(payload: unknown, frame: AppFrame): void {
  const wanted = flag.parse(payload);
  const region = document.getElementById('flags');
  if (region === null) return;
  shownFlag(wanted.id)?.remove();
  const box = draw(wanted, frame, region.dataset['dismiss'] ?? '');
  region.prepend(box);
  if (wanted.isAutoDismiss === true) setTimeout(() => box.remove(), AUTO_DISMISS);
}

export function closeFlag(payload: unknown): void {
  const { id } = z.object({ id: z.union([z.string(), z.number()]).transform(String) }).parse(payload);
  shownFlag(id)?.remove();
}
