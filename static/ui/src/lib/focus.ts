/** Focuses an element as soon as it is there; use as a `ref`. */
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus();
}
