import AxeBuilder from '@axe-core/playwright';
import type { Visit } from './browserSite';

/** What axe finds on the page and in the app's frames, each as rule and place. */
export async function findings({ page }: Visit): Promise<readonly string[]> {
  // Frames are transparent and show the page's surface; axe takes it for white.
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  const paint = (html: HTMLElement) => void (html.style.backgroundColor = 'var(--ds-surface)');
  await Promise.all(frames.map((frame) => frame.locator('html').evaluate(paint)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** How far the page can be scrolled sideways, in the window and in the frame. */
export async function overflow({ page, panel }: Visit): Promise<readonly number[]> {
  const excess = (element: Element) => element.scrollWidth - element.clientWidth;
  return [await page.locator('html').evaluate(excess), await panel.locator('html').evaluate(excess)];
}
