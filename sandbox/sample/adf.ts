import { SITE_URL } from '../forge/installation';

/** Pieces of a Confluence page, in Atlassian's document format. */

type Node = Readonly<Record<string, unknown>>;

const addressOf = (key: string) => `${SITE_URL}/browse/${key}`;

const text = (words: string): Node => ({ type: 'text', text: words });

/** A link typed as a link: words that lead to an issue. */
export const plainLink = (words: string, key: string): Node => ({
  type: 'text',
  text: words,
  marks: [{ type: 'link', attrs: { href: addressOf(key) } }],
});

/** A pasted address that Confluence turned into a card in the line. */
export const smartLink = (key: string): Node => ({ type: 'inlineCard', attrs: { url: addressOf(key) } });

/** The same as a card of its own. */
export const blockCard = (key: string): Node => ({ type: 'blockCard', attrs: { url: addressOf(key) } });

export const heading = (level: number, words: string): Node => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
});

export const paragraph = (...content: readonly (Node | string)[]): Node => ({
  type: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
});

export const bullets = (...items: readonly Node[]): Node => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [item] })),
});

/** @param parameters `{ key }` for one issue, `{ jqlQuery }` for a list. */
export const jiraMacro = (
  parameters: Readonly<Record<string, string>>,
  localId: string,
  type: 'extension' | 'inlineExtension' = 'extension',
): Node => ({
  type,
  attrs: {
    extensionType: 'com.atlassian.confluence.macro.core',
    extensionKey: 'jira',
    parameters: {
      macroParams: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }])),
      macroMetadata: { macroId: { value: localId }, schemaVersion: { value: '1' }, title: 'Jira Legacy' },
    },
    ...(type === 'extension' ? { layout: 'default' } : {}),
    localId,
  },
});
