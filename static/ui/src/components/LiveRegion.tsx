/** What screen readers hear when something happened elsewhere on the screen. */
export function LiveRegion({ message }: { readonly message: string }) {
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {message}
    </div>
  );
}
