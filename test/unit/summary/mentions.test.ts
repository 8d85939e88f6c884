import fc from 'fast-check';
import { mentionedKeys } from '../../../src/domain/summary/mentions';

const SITE = 'https://example.atlassian.net/wiki';
const browse = (key: string) => `https://example.atlassian.net/browse/${key}`;
const card = (url: unknown) => ({ type: 'inlineCard', attrs: { url } });
const link = (href: unknown, text = 'words') => ({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] });
const macro = (macroParams: unknown) => ({
  type: 'extension',
  attrs: { extensionKey: 'jira', parameters: { macroParams } },
});
const page = (...content: readonly unknown[]) => ({ type: 'doc', version: 1, content: [{ type: 'p', content }] });

describe('the issues that a page mentions', () => {
  it.each([
    ['a smart link', card(browse('AB-1'))],
    ['a card of its own', { type: 'blockCard', attrs: { url: `${browse('AB-1')}?focusedId=3#comment` } }],
    ['a link in lower case', link('https://example.atlassian.net/browse/ab-1')],
    ['a link without the host', link('/browse/AB-1')],
    ['a link into a board', link('https://example.atlassian.net/jira/boards/3?selectedIssue=AB-1')],
    ["Jira's macro for one issue", macro({ key: { value: 'AB-1' } })],
    ["Jira's macro for a list of keys", macro({ jqlQuery: { value: 'key in (AB-1, "ab-1") ORDER BY key' } })],
  ])('are found in %s', (_what, node) => {
    expect(mentionedKeys(page(node), SITE)).toEqual(['AB-1']);
  });

  it.each([
    ['a key in the text', { type: 'text', text: 'AB-1' }],
    ['a link to another site', card('https://other.atlassian.net/browse/AB-1')],
    ['a link that only looks like one', card('https://example.atlassian.net/wiki/browse/AB-1')],
    ['a link to no issue', card('https://example.atlassian.net/browse/AB')],
    ["Jira's macro for a search", macro({ jqlQuery: { value: 'project = AB AND summary ~ "AB-1"' } })],
    ['another macro', { type: 'extension', attrs: { extensionKey: 'toc', parameters: {} } }],
    ['an address that is none', card('http://[')],
    ['a broken node', { type: 'inlineCard', attrs: null }],
  ])('are not found in %s', (_what, node) => {
    expect(mentionedKeys(page(node), SITE)).toEqual([]);
  });

  it('come once each, in the order of their first mention', () => {
    const document = page(
      card(browse('BB-2')),
      link(browse('AB-1')),
      card(browse('BB-2')),
      macro({ key: { value: 'CB-3' } }),
    );
    expect(mentionedKeys(document, SITE)).toEqual(['BB-2', 'AB-1', 'CB-3']);
  });

  it('are found however deep they lie, and whatever else there is', () => {
    const keys = fc.array(
      fc.integer({ min: 1, max: 50 }).map((number) => `AB-${number}`),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(keys, fc.integer({ min: 0, max: 20 }), fc.jsonValue(), (wanted, depth, noise) => {
        let inner: unknown = { type: 'p', content: [noise, ...wanted.map((key) => card(browse(key))), noise] };
        for (let level = 0; level < depth; level += 1) inner = { type: 'panel', content: [inner] };
        expect(mentionedKeys({ type: 'doc', content: [inner] }, SITE)).toEqual([...new Set(wanted)]);
      }),
    );
  });

  it('are none in whatever is no document', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(mentionedKeys(value, SITE)).toEqual([])));
  });
});
