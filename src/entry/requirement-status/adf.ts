/** A node of Atlassian's document format. @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
export interface AdfNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly AdfNode[];
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
}

/** Text of one line; the format knows no empty text, and no control characters. */
function words(text: string, marks?: AdfNode['marks']): readonly AdfNode[] {
  const clean = text.replaceAll(/\p{Cc}+/gu, ' ').trim();
  if (clean === '') return [];
  return [{ type: 'text', text: clean, ...(marks === undefined ? {} : { marks }) }];
}

export function paragraph(text: string): AdfNode {
  return { type: 'paragraph', content: words(text) };
}

export function heading(level: 2 | 3, text: string): AdfNode {
  return { type: 'heading', attrs: { level }, content: words(text) };
}

export function link(text: string, href: string): AdfNode {
  return { type: 'paragraph', content: words(text, [{ type: 'link', attrs: { href } }]) };
}

export function panel(...texts: readonly string[]): AdfNode {
  return { type: 'panel', attrs: { panelType: 'info' }, content: texts.map(paragraph) };
}

/** A table with a row of headings. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): AdfNode {
  const row = (type: 'tableHeader' | 'tableCell', cells: readonly string[]): AdfNode => ({
    type: 'tableRow',
    content: cells.map((cell) => ({ type, attrs: {}, content: [paragraph(cell)] })),
  });
  return {
    type: 'table',
    attrs: { isNumberColumnEnabled: false, layout: 'default' },
    content: [row('tableHeader', head), ...rows.map((cells) => row('tableCell', cells))],
  };
}

export function document(content: readonly AdfNode[]) {
  return { type: 'doc', version: 1, content } as const;
}
