import { route } from '@forge/api';
import { z } from 'zod';
import type { Pages } from '../../application/summary/ports';
import { askConfluence } from './confluenceClient';

/** Confluence sends the document as a text. */
const document = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});
/** A page with its document, and the address of its site. */
export const pageShape = z.object({
  body: z.object({ atlas_doc_format: z.object({ value: document }) }),
  _links: z.object({ base: z.url() }),
});

/** Confluence's answers to the reader of the page: 2 points a page. */
export const confluencePages: Pages = {
  async find(pageId) {
    const address = route`/wiki/api/v2/pages/${pageId}?body-format=atlas_doc_format`;
    const page = await askConfluence({ route: address }, pageShape);
    return page === null ? null : { site: page._links.base, body: page.body.atlas_doc_format.value };
  },
};
