/** A document in Atlassian's format, or any part of one, as it was read. */
type Found = unknown;

const KEY = String.raw`[A-Z][A-Z0-9_]{1,20}-[1-9]\d{0,9}`;
const WHOLE_KEY = new RegExp(`^${KEY}$`, 'u');
const IN_PATH = new RegExp(`^/browse/(${KEY})/?$`, 'iu');
const IN_JQL = new RegExp(String.raw`\b(?:key|issue|issuekey|id)\s*(?:=|in\s*\()\s*([^)]*)`, 'giu');
const SELECTED = 'selectedIssue';
const JIRA_MACRO = 'jira';
const DEEPEST_NODE = 200;

function isRecord(value: Found): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function member(value: Found, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inside, name) => (isRecord(inside) ? inside[name] : undefined), value);
}

function keyInAddress(address: Found, site: string): string | null {
  if (typeof address !== 'string' || !URL.canParse(address, site)) return null;
  const url = new URL(address, site);
  if (url.host !== new URL(site).host) return null;
  const key = IN_PATH.exec(url.pathname)?.[1] ?? url.searchParams.get(SELECTED);
  return key !== null && WHOLE_KEY.test(key.toUpperCase()) ? key.toUpperCase() : null;
}

/** The keys that a query names outright. What else it would find only Jira knows. */
function keysInJql(jql: Found): readonly string[] {
  if (typeof jql !== 'string') return [];
  const lists = [...jql.matchAll(IN_JQL)].map(([, list = '']) => list);
  return lists.flatMap((list) => list.toUpperCase().match(new RegExp(String.raw`\b${KEY}\b`, 'gu')) ?? []);
}

function keysOfMacro(node: Found): readonly string[] {
  if (member(node, 'attrs', 'extensionKey') !== JIRA_MACRO) return [];
  const parameters = member(node, 'attrs', 'parameters', 'macroParams');
  const key = member(parameters, 'key', 'value');
  const single = typeof key === 'string' && WHOLE_KEY.test(key.toUpperCase()) ? [key.toUpperCase()] : [];
  return [...single, ...keysInJql(member(parameters, 'jqlQuery', 'value'))];
}

function keysOfNode(node: Found, site: string): readonly string[] {
  switch (member(node, 'type')) {
    case 'inlineCard':
    case 'blockCard':
    case 'embedCard':
      return [keyInAddress(member(node, 'attrs', 'url'), site) ?? []].flat();
    case 'extension':
    case 'inlineExtension':
      return keysOfMacro(node);
    case 'text': {
      const marks = member(node, 'marks');
      const links = (Array.isArray(marks) ? marks : []).filter((mark) => member(mark, 'type') === 'link');
      return links.flatMap((link) => keyInAddress(member(link, 'attrs', 'href'), site) ?? []);
    }
    default:
      return [];
  }
}

function walk(node: Found, site: string, depth: number): readonly string[] {
  if (depth > DEEPEST_NODE || !isRecord(node)) return [];
  const content = node['content'];
  const below = Array.isArray(content) ? content.flatMap((child) => walk(child, site, depth + 1)) : [];
  return [...keysOfNode(node, site), ...below];
}

/**
 * The issues that a page mentions, in the order of their first mention: by smart links, plain links and Jira macros. A
 * key that merely stands in the text is no mention, nor is a link to another site.
 *
 * @param document the page's body; whatever is not as it should be is passed over.
 * @param site the address of this site, such as `https://example.atlassian.net`.
 * @returns keys in upper case, each once.
 */
export function mentionedKeys(document: Found, site: string): readonly string[] {
  return [...new Set(walk(document, site, 0))];
}
