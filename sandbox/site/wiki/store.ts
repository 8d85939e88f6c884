import type Database from 'libsql';
import type { Doer, SandboxClock, SiteStore } from '../../api';
import {
  SPACE_LEVELS,
  type ContentProperty,
  type ContentVersion,
  type NewPage,
  type PageChanges,
  type PageRestrictions,
  type PageState,
  type Space,
  type SpaceLevel,
  type WikiPage,
  type WikiStore,
} from '../../contract/wiki';
import { APP_ACCOUNT_ID } from '../../forge/installation';
import { newIdentifier } from '../identifiers';
import { documents, rowsOf } from '../rows';
import type { SiteEvent } from '../siteEvent';
import { levelRows, pageDocument, pageState, propertyDocument, spaceDocument } from './schema';

interface WikiSurroundings {
  readonly database: Database.Database;
  readonly clock: SandboxClock;
  readonly findPerson: SiteStore['findPerson'];
  /** Told of pages inside the transaction in which they change. */
  readonly announce: (event: SiteEvent) => void;
}

/** Whoever does something without a name is the app. */
function authorOf(doer: Doer | undefined): string {
  return doer?.by ?? APP_ACCOUNT_ID;
}

/** The site's Confluence, in the site's file. */
export class WikiDatabase implements WikiStore {
  readonly #database: Database.Database;
  readonly #clock: SandboxClock;
  readonly #findPerson: SiteStore['findPerson'];

  readonly #announce: WikiSurroundings['announce'];

  constructor({ database, clock, findPerson, announce }: WikiSurroundings) {
    this.#announce = announce;
    this.#database = database;
    this.#clock = clock;
    this.#findPerson = findPerson;
  }

  spaces(): readonly Space[] {
    return documents(this.#database, spaceDocument, 'SELECT document FROM space ORDER BY key', []);
  }

  findSpace(idOrKey: string): Space | null {
    const query = 'SELECT document FROM space WHERE id = ? OR key = ?';
    return documents(this.#database, spaceDocument, query, [idOrKey, idOrKey])[0] ?? null;
  }

  pages(spaceId?: string): readonly WikiPage[] {
    const query = 'SELECT document FROM page WHERE ? IS NULL OR space_id = ? ORDER BY serial';
    return documents(this.#database, pageDocument, query, [spaceId ?? null, spaceId ?? null]);
  }

  findPage(id: string): WikiPage | null {
    return documents(this.#database, pageDocument, 'SELECT document FROM page WHERE id = ?', [id])[0] ?? null;
  }

  versions(pageId: string): readonly PageState[] {
    const query = 'SELECT document FROM page_version WHERE page_id = ? ORDER BY number DESC';
    return documents(this.#database, pageState, query, [pageId]);
  }

  properties(pageId: string): readonly ContentProperty[] {
    const query = 'SELECT document FROM content_property WHERE page_id = ? ORDER BY CAST(id AS INTEGER)';
    return documents(this.#database, propertyDocument, query, [pageId]);
  }

  level(spaceId: string, accountId: string): SpaceLevel {
    const person = this.#findPerson(accountId);
    if (!person?.active || person.products?.includes('confluence') === false) return 'none';
    const query = 'SELECT level FROM space_level WHERE space_id = ? AND account_id = ?';
    return levelRows.parse(rowsOf(this.#database, query, [spaceId, accountId]))[0]?.level ?? 'none';
  }

  mayRead(accountId: string, page: WikiPage): boolean {
    if (!this.#reaches(page.spaceId, accountId, 'read')) return false;
    for (let at: WikiPage | null = page; at; at = at.parentId === null ? null : this.findPage(at.parentId)) {
      if (at.readers?.includes(accountId) === false) return false;
    }
    return true;
  }

  mayEdit(accountId: string, page: WikiPage): boolean {
    const isAllowed = this.mayRead(accountId, page) && this.#reaches(page.spaceId, accountId, 'edit');
    return isAllowed && page.editors?.includes(accountId) !== false;
  }

  createSpace({ key, name, by }: { readonly key: string; readonly name: string } & Doer): Space {
    return this.#atomically(() => {
      if (this.findSpace(key)) throw new Error(`The site has a space "${key}" already.`);
      const id = newIdentifier(this.#database, 'space', key);
      const space = { id, key, name, createdAt: this.#now(), authorId: authorOf(by === undefined ? {} : { by }) };
      const insert = 'INSERT INTO space (id, key, document) VALUES (?, ?, ?)';
      this.#database.prepare(insert).run([id, key, JSON.stringify(space)]);
      return space;
    });
  }

  setLevel(space: string, accountId: string, level: SpaceLevel): void {
    const { id } = this.#space(space);
    if (!this.#findPerson(accountId)) throw new Error(`The site has no person "${accountId}".`);
    const upsert = 'INSERT OR REPLACE INTO space_level (space_id, account_id, level) VALUES (?, ?, ?)';
    this.#database.prepare(upsert).run([id, accountId, level]);
  }

  createPage({ space: spaceIdOrKey, title, body, parentId = null, by }: NewPage): WikiPage {
    return this.#atomically(() => {
      const space = this.#space(spaceIdOrKey);
      if (parentId !== null && this.#page(parentId).spaceId !== space.id) {
        throw new Error('The parent is in another space.');
      }
      this.#refuseTakenTitle(space.id, title, null);
      const authorId = authorOf(by === undefined ? {} : { by });
      const createdAt = this.#now();
      const id = newIdentifier(this.#database, 'page', `${space.key}/${title}/${createdAt}`);
      const version = { number: 1, createdAt, message: '', authorId };
      const rest = { authorId, createdAt, version, body, readers: null, editors: null };
      const page: WikiPage = { id, spaceId: space.id, parentId, title, status: 'current', ...rest };
      const insert = 'INSERT INTO page (id, space_id, document) VALUES (?, ?, ?)';
      this.#database.prepare(insert).run([id, space.id, JSON.stringify(page)]);
      this.#keepVersion(page);
      this.#announce({ of: 'page', what: 'created', page, by: page.version.authorId });
      return page;
    });
  }

  updatePage(id: string, { message = '', ...changes }: PageChanges, doer?: Doer): WikiPage {
    return this.#atomically(() => {
      const page = this.#page(id);
      if (changes.title !== undefined) this.#refuseTakenTitle(page.spaceId, changes.title, id);
      const updated = { ...page, ...changes, version: this.#nextVersion(page.version, message, doer) };
      this.#keepVersion(updated);
      this.#announce({ of: 'page', what: 'updated', page: updated, by: updated.version.authorId });
      return this.#save(updated);
    });
  }

  setPageStatus(id: string, status: WikiPage['status']): WikiPage {
    return this.#atomically(() => this.#save({ ...this.#page(id), status }));
  }

  restrictPage(id: string, restrictions: PageRestrictions): WikiPage {
    return this.#atomically(() => this.#save({ ...this.#page(id), ...restrictions }));
  }

  deletePage(id: string): void {
    this.#atomically(() => {
      this.#database.prepare('DELETE FROM content_property WHERE page_id = ?').run([id]);
      this.#database.prepare('DELETE FROM page_version WHERE page_id = ?').run([id]);
      this.#database.prepare('DELETE FROM page WHERE id = ?').run([id]);
    });
  }

  writeProperty(pageId: string, key: string, value: unknown, doer?: Doer): ContentProperty {
    return this.#atomically(() => {
      const page = this.#page(pageId);
      const known = this.properties(page.id).find((property) => property.key === key);
      const first = { number: 1, createdAt: this.#now(), message: '', authorId: authorOf(doer) };
      const version = known ? this.#nextVersion(known.version, '', doer) : first;
      const id = known?.id ?? newIdentifier(this.#database, 'property', `${pageId}/${key}/${first.createdAt}`);
      const property = { id, pageId, key, value, version };
      const upsert = 'INSERT OR REPLACE INTO content_property (id, page_id, key, document) VALUES (?, ?, ?, ?)';
      this.#database.prepare(upsert).run([id, pageId, key, JSON.stringify(property)]);
      return property;
    });
  }

  removeProperty(pageId: string, key: string): void {
    this.#database.prepare('DELETE FROM content_property WHERE page_id = ? AND key = ?').run([pageId, key]);
  }

  #reaches(spaceId: string, accountId: string, level: SpaceLevel): boolean {
    return SPACE_LEVELS.indexOf(this.level(spaceId, accountId)) >= SPACE_LEVELS.indexOf(level);
  }

  #space(idOrKey: string): Space {
    const space = this.findSpace(idOrKey);
    if (!space) throw new Error(`The site has no space "${idOrKey}".`);
    return space;
  }

  #page(id: string): WikiPage {
    const page = this.findPage(id);
    if (!page) throw new Error(`The site has no page "${id}".`);
    return page;
  }

  #refuseTakenTitle(spaceId: string, title: string, except: string | null): void {
    const taken = this.pages(spaceId).some((page) => page.title === title && page.id !== except);
    if (taken) throw new Error(`The space has a page "${title}" already.`);
  }

  #nextVersion({ number }: ContentVersion, message: string, doer: Doer | undefined): ContentVersion {
    return { number: number + 1, createdAt: this.#now(), message, authorId: authorOf(doer) };
  }

  #keepVersion({ id, title, body, version }: WikiPage): void {
    const insert = 'INSERT INTO page_version (page_id, number, document) VALUES (?, ?, ?)';
    this.#database.prepare(insert).run([id, version.number, JSON.stringify({ title, body, version })]);
  }

  #save(page: WikiPage): WikiPage {
    this.#database.prepare('UPDATE page SET document = ? WHERE id = ?').run([JSON.stringify(page), page.id]);
    return page;
  }

  #now(): string {
    return new Date(this.#clock.now()).toISOString();
  }

  #atomically<T>(write: () => T): T {
    return this.#database.transaction(write).immediate();
  }
}
