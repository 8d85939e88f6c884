/** What a frame and its host say to each other, each to the other's known origin only. */
export type FrameMessage =
  | { readonly type: 'call'; readonly id: number; readonly operation: string; readonly payload: unknown }
  | { readonly type: 'off'; readonly callback: number }
  | { readonly type: 'height'; readonly height: number }
  | { readonly type: 'go'; readonly path: string; readonly replaces: boolean }
  | { readonly type: 'step'; readonly count: number };

export type HostMessage =
  | { readonly type: 'result'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly message: string }
  | { readonly type: 'callback'; readonly callback: number; readonly argument: unknown }
  | { readonly type: 'theme'; readonly colorMode: ColorMode };

export type ColorMode = 'light' | 'dark' | 'auto';

/** Stands for a function, which cannot cross between windows; the frame keeps the function itself. */
export interface CallbackReference {
  readonly $callback: number;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

export function isCallbackReference(value: unknown): value is CallbackReference {
  return isRecord(value) && typeof value['$callback'] === 'number';
}
