import { z } from 'zod';
import { PanelFrame } from './panelFrame';

const frameData = z.object({
  frameOrigin: z.string(),
  frames: z.array(
    z.object({
      name: z.string(),
      key: z.string(),
      place: z.record(z.string(), z.unknown()),
      context: z.record(z.string(), z.unknown()),
      after: z.string().nullable().default(null),
      base: z.string().nullable().default(null),
    }),
  ),
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
  const { frameOrigin, frames: entries } = frameData.parse(JSON.parse(source));
  const frames: PanelFrame[] = [];
  for (const { name, ...entry } of entries) {
    const body = document.querySelector<HTMLElement>(`[data-panel="${CSS.escape(name)}"]`);
    if (body !== null) frames.push(new PanelFrame({ ...entry, frameOrigin, body, others: frames }));
  }
  frames.forEach(loadWhenShown);
  return frames;
}
