/** A macro on a page of Confluence. */
export interface MacroPlace {
  readonly pageId: string;
  /** The macro's own id; nothing on the page has it while the macro is being inserted. */
  readonly localId: string;
  /** Shown on the page, or its configuration in the editor. */
  readonly mode: 'view' | 'configure';
}

/** Where a module is shown: on an issue, as a macro, on a page, or nowhere in particular. */
export interface ShownAt {
  readonly issueIdOrKey?: string;
  /** For a page of a project. */
  readonly projectIdOrKey?: string;
  readonly macro?: MacroPlace;
  /** For what belongs to a page of Confluence as a whole. */
  readonly pageId?: string;
}
