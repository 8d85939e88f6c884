import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';

/** Whether a key is asked for somewhere. */
export type IsUsed = (key: string) => boolean;

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

/** `error.${code}` asks for every key one level under `error`. */
function pattern(template: ts.TemplateExpression): string {
  return template.templateSpans.reduce(
    (expression, { literal }) => `${expression}[^.]+${escape(literal.text)}`,
    escape(template.head.text),
  );
}

function collectTexts(node: ts.Node, texts: Set<string>, patterns: Set<string>): void {
  if (ts.isStringLiteralLike(node)) texts.add(node.text);
  // A template without fixed words would ask for everything, and prove nothing.
  if (ts.isTemplateExpression(node) && node.head.text.includes('.')) patterns.add(pattern(node));
  node.forEachChild((child) => collectTexts(child, texts, patterns));
}

function collectManifestKeys(value: unknown, texts: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  const key: unknown = Reflect.get(value, 'i18n');
  if (typeof key === 'string') texts.add(key);
  Object.values(value).forEach((nested) => collectManifestKeys(nested, texts));
}

/** The keys that sources and the manifest name. Types already refuse keys that do not exist in the UI. */
export function findUsage(
  directories: readonly string[],
  manifestFile: string,
): { isUsed: IsUsed; inManifest: Set<string> } {
  const texts = new Set<string>();
  const patterns = new Set<string>();
  const files = directories.flatMap((directory) =>
    readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((file) => path.join(directory, file)),
  );
  for (const file of files.filter((name) => /\.tsx?$/u.test(name))) {
    const text = readFileSync(file, 'utf8');
    collectTexts(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), texts, patterns);
  }
  const inManifest = new Set<string>();
  collectManifestKeys(parse(readFileSync(manifestFile, 'utf8')), inManifest);
  const templates = [...patterns].map((source) => new RegExp(`^${source}$`, 'u'));
  const isUsed = (key: string) =>
    texts.has(key) || inManifest.has(key) || templates.some((template) => template.test(key));
  return { isUsed, inManifest };
}
