import type { BylineFacts } from '../../domain/byline/byline';
import type { Report } from '../../domain/summary/report';

/** Pages whose byline may be out of step. */
export interface PageNotes {
  /** Notes a page, to be looked at from the instant on. */
  note(pageId: string, from: number): Promise<void>;
  /** Pages to be looked at by now, the longest noted first. */
  due(now: number, limit: number): Promise<readonly NotedPage[]>;
  /** Forgets the note, unless the page was noted again since it was read. */
  done(page: NotedPage): Promise<void>;
  /** Leaves all pages alone until the instant. */
  pause(until: number): Promise<void>;
}

export interface NotedPage {
  readonly pageId: string;
  /** How often it has been noted. */
  readonly notes: number;
}

/** A page as the app itself may read it, which is never one that is restricted to some people. */
interface OpenPage {
  /** The address of the site, such as `https://example.atlassian.net/wiki`. */
  readonly site: string;
  readonly title: string;
  /** In Atlassian's document format, unchecked. */
  readonly body: unknown;
}

export interface Bylines {
  /** Null when there is no such page, or when it is not for the app to read. */
  page(pageId: string): Promise<OpenPage | null>;
  /** Writes what the page's byline says; nothing when it says so already. `null` takes it away. */
  set(pageId: string, byline: { readonly title: string; readonly tooltip: string } | null): Promise<void>;
}

/** The editions of all macros of a page. */
interface PageEditions {
  /** In the order in which they were frozen. */
  onPage(pageId: string): Promise<
    readonly {
      readonly id: string;
      /** `YYYY-MM-DD`. */
      readonly date: string;
      readonly forEveryone: boolean;
      readonly isErased: boolean;
    }[]
  >;
  /** Null when it was erased. */
  content(id: string): Promise<Report | null>;
}

/** Everything that keeping bylines in step needs of the outside. */
export interface BylineOutside {
  readonly notes: PageNotes;
  readonly bylines: Bylines;
  readonly editions: PageEditions;
  readonly say: (
    facts: BylineFacts,
    language: 'en-US' | 'zh-CN',
  ) => { readonly title: string; readonly tooltip: string };
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds left of the invocation. */
  readonly remaining: () => number;
}
