import { z } from 'zod';

const node = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  attrs: z
    .looseObject({ text: z.string().optional(), url: z.string().optional(), shortName: z.string().optional() })
    .optional(),
  content: z.array(z.unknown()).optional(),
});

const BLOCKS = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'blockquote',
  'panel',
  'bulletList',
  'orderedList',
  'table',
  'rule',
]);

/** The plain text of a document in Atlassian's format; blocks become paragraphs. */
export function textOfAdf(value: unknown): string {
  return textOf(value)
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function attributeText(attrs: z.output<typeof node>['attrs']): string {
  return attrs?.text ?? attrs?.url ?? attrs?.shortName ?? '';
}

function textOf(value: unknown): string {
  const parsed = node.safeParse(value);
  if (!parsed.success) return '';
  const { type, text, attrs, content = [] } = parsed.data;
  if (type === 'text') return text ?? '';
  if (type === 'hardBreak') return '\n';
  const inside = content.map(textOf).join(type === 'tableRow' ? ' | ' : '');
  const own = inside === '' ? attributeText(attrs) : inside;
  if (type === 'listItem') return `- ${own.trim()}\n`;
  if (type === 'tableRow') return `${own}\n`;
  return BLOCKS.has(type) ? `${own}\n\n` : own;
}
