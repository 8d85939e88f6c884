import { z } from 'zod';
import { SITE_URL } from '../../forge/installation';
import { asMacro, type PlacedMacro } from '../../forge/macros';
import { Lozenge } from '../components/Lozenge';
import { findVisibleIssue } from '../visibility';
import type { ReactNode } from 'react';
import type { PageContext } from '../pageContext';

const attrs = z.record(z.string(), z.unknown()).catch({});
const adfNode = z.looseObject({
  type: z.string(),
  text: z.string().catch(''),
  attrs: attrs.default({}),
  marks: z.array(z.looseObject({ type: z.string(), attrs: attrs.default({}) })).catch([]),
  content: z.array(z.unknown()).catch([]),
});
type AdfNode = z.output<typeof adfNode>;
const macroParameters = z.object({
  macroParams: z.record(z.string(), z.looseObject({ value: z.string() })).catch({}),
});

interface Surroundings {
  readonly page: PageContext;
  /** Draws a macro of the app. */
  readonly macro: (macro: PlacedMacro) => ReactNode;
  /** Told of a node that is not drawn. */
  readonly onUnknown: (type: string) => void;
}

/** The key in an address of an issue on this site. */
function issueKeyIn(url: string): string | null {
  return url.startsWith(`${SITE_URL}/browse/`) ? url.slice(`${SITE_URL}/browse/`.length).replace(/[?#].*$/u, '') : null;
}

/** An address on the sandboxed site as one of this server; others of the web as they are. */
function addressOf(url: unknown): string | null {
  const text = typeof url === 'string' ? url : '';
  const local = text.startsWith(`${SITE_URL}/`) ? text.slice(SITE_URL.length) : text;
  return /^(?:\/(?!\/)|https?:)/u.test(local) ? local : null;
}

/** What Confluence makes of a link to an issue: key, summary and status for those who may see it, the address for others. */
function Card({ page, url }: { readonly page: PageContext; readonly url: unknown }) {
  const address = addressOf(url);
  if (address === null) return null;
  const key = issueKeyIn(String(url));
  const issue = key === null ? null : findVisibleIssue(page.site, page.viewer, key);
  if (issue === null) return <a href={address}>{key ?? address}</a>;
  return (
    <a className="smart-link" href={address}>
      {issue.key}: {issue.summary} <Lozenge status={issue.status} category={issue.statusCategory} />
    </a>
  );
}

function JiraMacro({ page, node }: { readonly page: PageContext; readonly node: AdfNode }) {
  const { macroParams } = macroParameters.catch({ macroParams: {} }).parse(node.attrs['parameters']);
  const key = macroParams['key']?.value;
  if (key !== undefined) return <Card page={page} url={`${SITE_URL}/browse/${key}`} />;
  return <code className="jira-query">{macroParams['jqlQuery']?.value ?? ''}</code>;
}

function marked(node: AdfNode, key: number): ReactNode {
  return node.marks.reduce<ReactNode>((inner, { type, attrs: given }) => {
    if (type === 'strong') return <strong key={key}>{inner}</strong>;
    if (type === 'em') return <em key={key}>{inner}</em>;
    if (type === 'code') return <code key={key}>{inner}</code>;
    const address = type === 'link' ? addressOf(given['href']) : null;
    if (address === null) return inner;
    return (
      <a key={key} href={address}>
        {inner}
      </a>
    );
  }, node.text);
}

function Heading({ level, children }: { readonly level: unknown; readonly children: ReactNode }) {
  if (level === 1) return <h2>{children}</h2>;
  return level === 2 ? <h3>{children}</h3> : <h4>{children}</h4>;
}

function extension(node: AdfNode, around: Surroundings): ReactNode {
  const macro = asMacro(node);
  if (macro !== null) return around.macro(macro);
  if (node.attrs['extensionKey'] === 'jira') return <JiraMacro page={around.page} node={node} />;
  around.onUnknown(`${node.type} ${String(node.attrs['extensionKey'])}`);
  return null;
}

/** Nodes that one element draws. */
const ELEMENTS: Readonly<Record<string, 'p' | 'ul' | 'ol' | 'li' | 'blockquote' | 'tr' | 'th' | 'td'>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  panel: 'blockquote',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
};

function drawn(node: AdfNode, around: Surroundings, key: number): ReactNode {
  const inside = () => node.content.map((child, index) => draw(child, around, index));
  const Element = Object.hasOwn(ELEMENTS, node.type) ? ELEMENTS[node.type] : undefined;
  if (Element !== undefined) return <Element key={key}>{inside()}</Element>;
  switch (node.type) {
    case 'text':
      return marked(node, key);
    case 'hardBreak':
      return <br key={key} />;
    case 'heading':
      return (
        <Heading key={key} level={node.attrs['level']}>
          {inside()}
        </Heading>
      );
    case 'table':
      return (
        <table key={key} className="table">
          <tbody>{inside()}</tbody>
        </table>
      );
    case 'rule':
      return <hr key={key} />;
    case 'inlineCard':
      return <Card key={key} page={around.page} url={node.attrs['url']} />;
    case 'blockCard':
      return (
        <p key={key} className="block-card">
          <Card page={around.page} url={node.attrs['url']} />
        </p>
      );
    case 'extension':
    case 'inlineExtension':
      return <div key={key}>{extension(node, around)}</div>;
    default:
      around.onUnknown(node.type);
      return null;
  }
}

function draw(value: unknown, around: Surroundings, key: number): ReactNode {
  const node = adfNode.safeParse(value);
  return node.success ? drawn(node.data, around, key) : null;
}

/** A page's body; its headings begin below the page's title. */
export function AdfDocument({ content, ...around }: Surroundings & { readonly content: readonly unknown[] }) {
  return <div className="adf">{content.map((node, index) => draw(node, around, index))}</div>;
}
