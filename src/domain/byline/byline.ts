/** What everyone who may read a page may know of its requirements. */
export interface BylineFacts {
  /** Issues that the page's own text mentions, whether they exist or not. */
  readonly mentioned: number;
  /** From the last edition of the page that was published for everyone who may read it; null without one. */
  readonly published: { readonly waiting: number; readonly date: string } | null;
}

/** The key of the content property; the manifest names it for the byline item. */
export const BYLINE_KEY = 'countersign-byline';

const HAN = /\p{Script=Han}/gu;
const LETTER = /\p{Letter}/gu;
/** A Chinese text has product names in it, an English one hardly a Chinese word. */
const SHARE_OF_HAN = 0.2;

function textsIn(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const text: unknown = Reflect.get(node, 'text');
  const content: unknown = Reflect.get(node, 'content');
  const below: readonly unknown[] = Array.isArray(content) ? content : [];
  return [typeof text === 'string' ? text : '', ...below.map(textsIn)].join(' ');
}

/** The language that a page is written in: a content property is the same for every reader. */
export function languageOf(title: string, document: unknown): 'en-US' | 'zh-CN' {
  const text = `${title} ${textsIn(document)}`;
  const [han, letters] = [text.match(HAN)?.length ?? 0, text.match(LETTER)?.length ?? 0];
  return han > letters * SHARE_OF_HAN ? 'zh-CN' : 'en-US';
}
