const TONES = ['blue', 'green', 'orange', 'red', 'purple', 'teal'] as const;

function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}

function toneOf(name: string): string {
  const sum = Array.from(name).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return TONES[sum % TONES.length] ?? TONES[0];
}

/** A picture made of somebody's initials, so that no outside host is asked for one. */
export function Avatar({ name }: { readonly name: string }) {
  return (
    <span className={`avatar tone-${toneOf(name)}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
