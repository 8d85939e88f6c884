import { z } from 'zod';
import { PanelFrame } from './panelFrame';

const frameData = z.object({
  frameOrigin: z.string(),
  issueId: z.string(),
  panels: z.array(z.object({ key: z.string(), context: z.record(z.string(), z.unknown()) })),
});

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
  for (const frame of frames) frame.load();
  return frames;
}
