/** Lowest visible edge under `element`, in page coordinates; what scrolls or is clipped inside something does not count. */
function lowestEdge(element: Element): number {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.position === 'fixed') return 0;
  const own = element.getBoundingClientRect();
  const edge = own.width === 0 && own.height === 0 ? 0 : own.bottom + window.scrollY + parseFloat(style.marginBottom);
  if (style.overflowY !== 'visible') return edge;
  return Array.from(element.children).reduce((lowest, child) => Math.max(lowest, lowestEdge(child)), edge);
}

function contentHeight(body: HTMLElement): number {
  const style = getComputedStyle(body);
  const lowest = Array.from(body.children).reduce((low, child) => Math.max(low, lowestEdge(child)), 0);
  return Math.ceil(lowest + parseFloat(style.paddingBottom) + parseFloat(style.marginBottom));
}

/** Tells the height of the page's content whenever it changes, at most once a frame. */
export function reportHeight(tell: (height: number) => void): void {
  let last = -1;
  let isPlanned = false;

  const measure = () => {
    isPlanned = false;
    const height = contentHeight(document.body);
    if (height === last || height === 0) return;
    last = height;
    tell(height);
  };
  const plan = () => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(measure);
  };

  document.addEventListener('DOMContentLoaded', () => {
    const resizes = new ResizeObserver(plan);
    const observeChildren = () => {
      for (const child of document.body.children) resizes.observe(child);
    };
    const changes = new MutationObserver(() => {
      observeChildren();
      plan();
    });
    changes.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
    resizes.observe(document.body);
    observeChildren();
    plan();
  });
  window.addEventListener('load', plan);
}
