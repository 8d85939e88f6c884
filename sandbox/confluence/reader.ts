import type { SiteStore, Space, WikiPage } from '../api';
import { ConfluenceRefusal } from './answer';

/** For whom Confluence answers: a person, or the app, which reads and edits all that is not restricted to people. */
export class Reader {
  readonly accountId: string | null;
  readonly #site: SiteStore;

  constructor(site: SiteStore, accountId: string | null) {
    this.#site = site;
    this.accountId = accountId;
  }

  get isSiteAdmin(): boolean {
    return this.accountId === null || this.#site.findPerson(this.accountId)?.role === 'admin';
  }

  maySee(space: Space): boolean {
    return this.accountId === null || this.#site.wiki.level(space.id, this.accountId) !== 'none';
  }

  mayRead(page: WikiPage): boolean {
    if (this.accountId !== null) return this.#site.wiki.mayRead(this.accountId, page);
    if (page.readers !== null) return false;
    const parent = page.parentId === null ? null : this.#site.wiki.findPage(page.parentId);
    return parent === null || this.mayRead(parent);
  }

  mayEdit(page: WikiPage): boolean {
    if (this.accountId !== null) return this.#site.wiki.mayEdit(this.accountId, page);
    return page.editors === null && this.mayRead(page);
  }

  mayDelete(page: WikiPage): boolean {
    return this.mayEdit(page);
  }

  /** @throws ConfluenceRefusal in the same words for a page that does not exist and one that must not be seen. */
  getPage(id: string): WikiPage {
    const page = this.#site.wiki.findPage(id);
    if (!page || !this.mayRead(page)) throw new ConfluenceRefusal(404, 'Not Found');
    return page;
  }

  /** @throws ConfluenceRefusal as `getPage`. */
  getSpace(id: string): Space {
    const space = this.#site.wiki.findSpace(id);
    if (space?.id !== id || !this.maySee(space)) throw new ConfluenceRefusal(404, 'Not Found');
    return space;
  }
}
