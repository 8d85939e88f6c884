import type { MacroPlace } from '../../api';
import type { PageContext } from '../pageContext';

/** A frame of the app on a page: its module, where it stands, and what `view.getContext()` returns. */
export interface FrameEntry {
  /** The `data-panel` of the element that takes the frame. */
  readonly name: string;
  readonly key: string;
  readonly place:
    | { readonly issueId: string }
    | { readonly projectId: string }
    | { readonly macro: MacroPlace }
    | { readonly pageId: string }
    | Readonly<Record<string, never>>;
  readonly context: Readonly<Record<string, unknown>>;
  /** Where the page goes once the frame submits a macro's configuration, or is closed. */
  readonly after?: string;
  /** The address of a page of its own, below which the app has others. */
  readonly base?: string;
}

/** What the site's script needs for the frames; `<` is escaped so that nothing ends the element early. */
export function FrameData({ page, frames }: { readonly page: PageContext; readonly frames: readonly FrameEntry[] }) {
  const html = JSON.stringify({ frameOrigin: page.frameOrigin, frames }).replaceAll('<', String.raw`\u003c`);
  return <script type="application/json" id="frame-data" dangerouslySetInnerHTML={{ __html: html }} />;
}
