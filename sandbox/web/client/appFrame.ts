import type { ColorMode, HostMessage } from '../frame/protocol';

/** What a frame was made from. */
export interface FrameParts {
  /** The manifest's module. */
  readonly key: string;
  readonly context: Readonly<Record<string, unknown>>;
  /** Where it stands, as the server wants to know it with every call. */
  readonly place: Readonly<Record<string, unknown>>;
  /** Where the page goes once the frame submits or closes itself; null for what is no dialog. */
  readonly after: string | null;
  /** The address of a page of its own, below which the app has others; null for what is part of another page. */
  readonly base: string | null;
  readonly frameOrigin: string;
  readonly body: HTMLElement;
  /** All frames of the page, this one included. */
  readonly others: readonly AppFrame[];
}

/** A frame of the app, as the operations of the bridge see it. */
export interface AppFrame {
  readonly parts: FrameParts;
  /** The event that each callback in the frame waits for. */
  readonly listeners: Map<number, string>;
  /** Whether the app asked for the host's theme. */
  isThemed: boolean;
  tell(message: HostMessage): void;
  showTheme(colorMode: ColorMode): void;
}
