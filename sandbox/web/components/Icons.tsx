/** The shape of each issue type's icon by its usual name; others get the plain one. */
const TYPE_SHAPES: Readonly<Record<string, { readonly tone: string; readonly path: string }>> = {
  bug: { tone: 'red', path: 'M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z' },
  epic: { tone: 'purple', path: 'M9 3 4.5 8.8h3L7 13l4.5-5.8h-3L9 3Z' },
  story: { tone: 'green', path: 'M5 3.5h6v9L8 9.7l-3 2.8v-9Z' },
  requirement: { tone: 'teal', path: 'M4.5 3.5h7v1.6h-7V3.5Zm0 3.7h7v1.6h-7V7.2Zm0 3.7h4.5v1.6H4.5v-1.6Z' },
  'sub-task': { tone: 'blue', path: 'M4 4h5v5H4V4Zm6.5 3H12v5H7v-1.5h3.5V7Z' },
};
const TASK = { tone: 'blue', path: 'm6.9 11.6-3-3L5 7.5l1.9 1.9L11 5.2l1.1 1.1-5.2 5.3Z' };

/** The icon of an issue type, named for those who do not see it. */
export function TypeIcon({ type, subtask }: { readonly type: string; readonly subtask: boolean }) {
  const name = subtask ? 'sub-task' : type.toLowerCase();
  const shape = (Object.hasOwn(TYPE_SHAPES, name) ? TYPE_SHAPES[name] : undefined) ?? TASK;
  return (
    <svg className={`type-icon tone-${shape.tone}`} viewBox="0 0 16 16" width="16" height="16" role="img">
      <title>{type}</title>
      <rect className="type-icon-ground" width="16" height="16" rx="3" />
      <path className="type-icon-mark" d={shape.path} />
    </svg>
  );
}

const ARROWS: Readonly<Record<string, { readonly tone: string; readonly path: string }>> = {
  highest: { tone: 'red', path: 'm8 3 5 4-1 1.3-4-3.2-4 3.2L3 7l5-4Zm0 5 5 4-1 1.3-4-3.2-4 3.2L3 12l5-4Z' },
  high: { tone: 'red', path: 'm8 5.5 5 4-1 1.3-4-3.2-4 3.2-1-1.3 5-4Z' },
  medium: { tone: 'orange', path: 'M3 5.5h10v1.7H3V5.5Zm0 3.6h10v1.7H3V9.1Z' },
  low: { tone: 'blue', path: 'm8 10.5-5-4 1-1.3 4 3.2 4-3.2 1 1.3-5 4Z' },
  lowest: { tone: 'blue', path: 'm8 8-5-4 1-1.3 4 3.2 4-3.2L13 4 8 8Zm0 5L3 9l1-1.3 4 3.2 4-3.2L13 9l-5 4Z' },
};
const PRIORITY_LEVELS: Readonly<Record<string, string>> = {
  blocker: 'highest',
  critical: 'highest',
  highest: 'highest',
  major: 'high',
  high: 'high',
  minor: 'low',
  low: 'low',
  trivial: 'lowest',
  lowest: 'lowest',
};

/** Decorates the priority's name, which must stand beside it. */
export function PriorityIcon({ priority }: { readonly priority: string }) {
  const name = priority.toLowerCase();
  const level = (Object.hasOwn(PRIORITY_LEVELS, name) ? PRIORITY_LEVELS[name] : undefined) ?? 'medium';
  const arrow = ARROWS[level];
  return arrow === undefined ? null : (
    <svg className={`priority-icon tone-${arrow.tone}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={arrow.path} />
    </svg>
  );
}

/** A small arrow that says: this opens. */
export function Chevron() {
  return (
    <svg className="chevron" viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      <path d="m8 11-5-5 1.1-1.1L8 8.8l3.9-3.9L13 6l-5 5Z" />
    </svg>
  );
}
