import type { Doer } from './siteChanges';

/** What a person may do in a space; each level includes the ones before it. */
export const SPACE_LEVELS = ['none', 'read', 'edit', 'admin'] as const;
export type SpaceLevel = (typeof SPACE_LEVELS)[number];

export interface Space {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly createdAt: string;
  readonly authorId: string;
}

/** A document in Atlassian's format, as it was given. */
export interface AdfDocument {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly unknown[];
}

export interface ContentVersion {
  readonly number: number;
  readonly createdAt: string;
  readonly message: string;
  readonly authorId: string;
}

export interface WikiPage {
  readonly id: string;
  readonly spaceId: string;
  readonly parentId: string | null;
  readonly title: string;
  readonly status: 'current' | 'archived' | 'trashed';
  readonly authorId: string;
  readonly createdAt: string;
  readonly version: ContentVersion;
  readonly body: AdfDocument;
  /** Account ids to which viewing is restricted, here and below; null when everybody in the space may. */
  readonly readers: readonly string[] | null;
  /** Account ids to which editing is restricted, on this page alone. */
  readonly editors: readonly string[] | null;
}

/** A page as it was in one of its versions. */
export type PageState = Pick<WikiPage, 'title' | 'body' | 'version'>;

export interface ContentProperty {
  readonly id: string;
  readonly pageId: string;
  readonly key: string;
  readonly value: unknown;
  readonly version: ContentVersion;
}

export interface NewPage extends Doer {
  /** Id or key. */
  readonly space: string;
  readonly title: string;
  readonly body: AdfDocument;
  readonly parentId?: string | null;
}

export interface PageChanges {
  readonly title?: string;
  readonly body?: AdfDocument;
  readonly message?: string;
}

export interface PageRestrictions {
  readonly readers?: readonly string[] | null;
  readonly editors?: readonly string[] | null;
}

/** The site's Confluence. Whom a method lets see what is the caller's to check, with `mayRead` and `mayEdit`. */
export interface WikiStore {
  spaces(): readonly Space[];
  /** By id or key. */
  findSpace(idOrKey: string): Space | null;
  /** In the order of creation, whatever their status. */
  pages(spaceId?: string): readonly WikiPage[];
  findPage(id: string): WikiPage | null;
  /** Every version of a page, the newest first. */
  versions(pageId: string): readonly PageState[];
  properties(pageId: string): readonly ContentProperty[];
  level(spaceId: string, accountId: string): SpaceLevel;
  mayRead(accountId: string, page: WikiPage): boolean;
  mayEdit(accountId: string, page: WikiPage): boolean;
  /** @throws Error when the key is taken. */
  createSpace(space: { readonly key: string; readonly name: string } & Doer): Space;
  setLevel(space: string, accountId: string, level: SpaceLevel): void;
  /** @throws Error when there is no such space or parent, or when the space has a page of that title. */
  createPage(page: NewPage): WikiPage;
  /** Makes a new version, whatever changes. */
  updatePage(id: string, changes: PageChanges, doer?: Doer): WikiPage;
  setPageStatus(id: string, status: WikiPage['status']): WikiPage;
  restrictPage(id: string, restrictions: PageRestrictions): WikiPage;
  /** For good, with its versions and properties; nothing if there is no such page. */
  deletePage(id: string): void;
  /** Adds the property, or its next version if the page has one of that key. */
  writeProperty(pageId: string, key: string, value: unknown, doer?: Doer): ContentProperty;
  removeProperty(pageId: string, key: string): void;
}
