import { z } from 'zod';
import type { AdfDocument } from '../contract/wiki';
import { ENVIRONMENT_ID, ENVIRONMENT_TYPE } from './installation';

const FORGE = 'com.atlassian.ecosystem';
const children = z.array(z.unknown()).catch([]);
const anyNode = z.looseObject({ type: z.string(), content: children.optional() });
const macroNode = z.looseObject({
  type: z.enum(['extension', 'inlineExtension', 'bodiedExtension']),
  attrs: z.looseObject({
    extensionType: z.literal(FORGE),
    extensionKey: z.string(),
    localId: z.string(),
    parameters: z.looseObject({ guestParams: z.record(z.string(), z.unknown()).default({}) }),
  }),
});

/** Configuration as the platform keeps it: no nulls, and no lists of lists or of different things. */
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const list = z.union([z.array(z.string()), z.array(z.number()), z.array(z.boolean())]);
type ConfigValue = z.output<typeof scalar> | z.output<typeof list> | { readonly [key: string]: ConfigValue };
const configValue: z.ZodType<ConfigValue> = z.union([
  scalar,
  list,
  z.record(
    z.string(),
    z.lazy(() => configValue),
  ),
]);

/** @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/macro/ */
export const macroConfig = z.record(z.string(), configValue);
export type MacroConfig = z.output<typeof macroConfig>;

/** A macro of the app as it stands in a page. */
export interface PlacedMacro {
  readonly moduleKey: string;
  readonly localId: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** The macro that a node is, when it is one of a Forge app. */
export function asMacro(node: unknown): PlacedMacro | null {
  const parsed = macroNode.safeParse(node);
  if (!parsed.success) return null;
  const { extensionKey, localId, parameters } = parsed.data.attrs;
  return { moduleKey: extensionKey.split('/').at(-1) ?? '', localId, config: parameters.guestParams };
}

/** All macros of Forge apps in a document, in their order. */
export function macrosIn(node: unknown): readonly PlacedMacro[] {
  const macro = asMacro(node);
  const parsed = anyNode.safeParse(node);
  const below = parsed.success ? (parsed.data.content ?? []).flatMap(macrosIn) : [];
  return macro === null ? below : [macro, ...below];
}

function nodeOf(appId: string, { moduleKey, localId, config }: PlacedMacro) {
  const id = appId.split('/').at(-1) ?? appId;
  const place = `${id}/${ENVIRONMENT_ID}/static/${moduleKey}`;
  return {
    type: 'extension',
    attrs: {
      extensionType: FORGE,
      extensionKey: place,
      parameters: {
        guestParams: config,
        localId,
        extensionId: `ari:cloud:ecosystem::extension/${place}`,
        forgeEnvironment: ENVIRONMENT_TYPE,
        layout: 'extension',
      },
      layout: 'default',
      localId,
    },
  };
}

/** Puts a macro at the end of a document. */
export function withMacro(document: AdfDocument, appId: string, macro: PlacedMacro): AdfDocument {
  return { ...document, content: [...document.content, nodeOf(appId, macro)] };
}

function replaced(nodes: readonly unknown[], localId: string, next: unknown): readonly unknown[] {
  return nodes.flatMap((node) => {
    if (asMacro(node)?.localId === localId) return next === null ? [] : [next];
    const parsed = anyNode.safeParse(node);
    if (!parsed.success || parsed.data.content === undefined) return [node];
    return [{ ...parsed.data, content: replaced(parsed.data.content, localId, next) }];
  });
}

/** The document with another configuration of one of its macros, or without the macro when it is null. */
export function reconfigured(
  document: AdfDocument,
  appId: string,
  localId: string,
  config: MacroConfig | null,
): AdfDocument {
  const macro = macrosIn(document).find((candidate) => candidate.localId === localId);
  if (macro === undefined) throw new Error(`The page has no macro "${localId}".`);
  const next = config === null ? null : nodeOf(appId, { ...macro, config });
  return { ...document, content: replaced(document.content, localId, next) };
}
