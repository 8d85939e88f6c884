import { useEffect, type RefObject } from 'react';

/**
 * Ctrl or Command with Enter submits the form, Escape leaves it. Listens on the document so that a control inside the
 * form can keep a key for itself.
 */
export function useFormKeys(form: RefObject<HTMLFormElement>, leave: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const element = form.current;
      if (event.isComposing || !(event.target instanceof Node) || element?.contains(event.target) !== true) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        element.requestSubmit();
      } else if (event.key === 'Escape') {
        event.preventDefault();
        leave();
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [form, leave]);
}
