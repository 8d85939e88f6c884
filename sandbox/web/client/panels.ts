import { z } from 'zod';
import { PanelFrame } from './panelFrame';

const frameData = z.object({
  frameOrigin: z.string(),
  issueId: z.string(),
  panels: z.array(z.object({ key: z.string(), context: z.record(z.string(), z.unknown()) })),
});

/** Loads a frame: at once, or when the panel around it is folded out. */
function loadWhenShown(frame: PanelFrame): void {
  const folded = frame.parts.body.closest('details');
  if (folded === null || folded.open) frame.load();
  else folded.addEventListener('toggle', () => frame.load(), { once: true });
}

/** Loads each panel's page into its frame, with the bridge listening first. */
export function connectPanels(): readonly PanelFrame[] {
  const source = document.getElementById('frame-data')?.textContent;
  if (source === undefined) return [];
  const { frameOrigin, issueId, panels } = frameData.parse(JSON.parse(source));
  const frames: PanelFrame[] = [];
  for (const { key, context } of panels) {
    const body = document.querySelector<HTMLElement>(`[data-panel="${CSS.escape(key)}"]`);
    if (body !== null) frames.push(new PanelFrame({ key, context, issueId, frameOrigin, body, others: frames }));
  }
  frames.forEach(loadWhenShown);
  return frames;
}
