import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureLocale, getTranslationValue } from '@forge/i18n';
import { parse } from 'yaml';
import { z } from 'zod';

const text = z.union([z.string(), z.object({ i18n: z.string() })]);
const issueModule = z.object({
  key: z.string(),
  resource: z.string(),
  title: text,
  icon: z.string().optional(),
  displayConditions: z.record(z.string(), z.unknown()).default({}),
});
/** A page of Jira's settings, with the pages below it where there are any. */
const settingsModule = issueModule.extend({
  pages: z.array(z.object({ title: text, route: z.string() })).default([]),
  sections: z.undefined({ error: 'The sandbox does not model sections of settings pages.' }).optional(),
});
/** A page of its own; the dialogs that Confluence draws itself are not modelled. */
const macroConfiguration = z.looseObject({ resource: z.string(), title: text.optional() }).optional();
const manifestSchema = z.object({
  modules: z.object({
    'jira:issuePanel': z.array(issueModule.required({ icon: true })).default([]),
    'confluence:contentBylineItem': z
      .array(
        issueModule.extend({ contentPropertyKey: z.string(), tooltip: text, viewportContainer: z.literal('popup') }),
      )
      .default([]),
    macro: z.array(issueModule.extend({ config: macroConfiguration })).default([]),
    'jira:issueContext': z.array(issueModule.extend({ label: text })).default([]),
    'jira:projectSettingsPage': z.array(settingsModule).default([]),
    'jira:adminPage': z.array(settingsModule).default([]),
  }),
  resources: z
    .array(z.object({ key: z.string(), path: z.string(), entry: z.record(z.string(), z.string()).default({}) }))
    .default([]),
  translations: z
    .object({
      resources: z.array(z.object({ key: z.string(), path: z.string() })),
      fallback: z.looseObject({ default: z.string() }),
    })
    .default({ resources: [], fallback: { default: 'en-US' } }),
  permissions: z.looseObject({}).default({}),
});

interface Dictionary {
  [key: string]: string | Dictionary;
}
const dictionary: z.ZodType<Dictionary> = z.record(z.string(), z.union([z.string(), z.lazy(() => dictionary)]));

/** A file of one of the manifest's resources. */
export interface ResourceFile {
  readonly resource: string;
  readonly file: string;
}

type ManifestText = z.output<typeof text>;

/** A page of the app inside a page of Jira, such as an issue panel, as the manifest declares it. */
export interface AppModule {
  readonly key: string;
  readonly title: ManifestText;
  readonly icon: ResourceFile | null;
  readonly page: ResourceFile;
  readonly displayConditions: Readonly<Record<string, unknown>>;
}

/** A page of the app among Jira's settings; its own pages below it share its frame. */
export interface SettingsModule extends AppModule {
  readonly pages: readonly { readonly title: ManifestText; readonly route: string }[];
}

/** A macro of Confluence; without a configuration it is inserted as it is. */
export interface MacroModule {
  readonly key: string;
  readonly title: ManifestText;
  readonly page: ResourceFile;
  readonly configuration: { readonly title: ManifestText; readonly page: ResourceFile } | null;
}

/** An item under the title of a page; its texts are in a content property where the page has it. */
export interface BylineModule extends AppModule {
  readonly tooltip: ManifestText;
  readonly propertyKey: string;
}

/** What the manifest shows to people: panels, their files and the app's translations. */
export interface Surfaces {
  readonly issuePanels: readonly AppModule[];
  /** What folds out beside the fields of an issue, each under its label. */
  readonly issueContexts: readonly (AppModule & { readonly label: ManifestText })[];
  /** Pages of the app in a project's settings. */
  readonly projectSettingsPages: readonly SettingsModule[];
  /** Pages of the app in Jira's own administration. */
  readonly adminPages: readonly SettingsModule[];
  readonly macros: readonly MacroModule[];
  readonly bylineItems: readonly BylineModule[];
  /** Absolute folder of each resource. */
  readonly folders: ReadonlyMap<string, string>;
  /** The `permissions` section, for the content security policy. */
  readonly permissions: object;
  readonly locales: readonly string[];
  readonly localeFallback: unknown;
  /** Text of a translation file; null for a language that the manifest does not name. */
  readTranslations(locale: string): string | null;
  /** A manifest text in the reader's language, else in the fallback's, else its key. */
  translate(value: ManifestText, locale: string): string;
}

function iconFile(reference = ''): ResourceFile | null {
  const match = /^resource:([^;]+);(.+)$/u.exec(reference);
  return match?.[1] !== undefined && match[2] !== undefined ? { resource: match[1], file: match[2] } : null;
}

/** @throws Error when the manifest cannot be read or a panel names no page. */
export function readSurfaces(manifestFile: string): Surfaces {
  const manifest = manifestSchema.parse(parse(readFileSync(manifestFile, 'utf8')));
  const root = path.dirname(path.resolve(manifestFile));
  const { resources, translations } = manifest;

  function pageOf(reference: string): ResourceFile {
    const [key = '', entry] = reference.split('/', 2);
    const found = resources.find((resource) => resource.key === key);
    const file = entry === undefined ? 'index.html' : found?.entry[entry];
    if (found === undefined || file === undefined) throw new Error(`The manifest has no resource "${reference}".`);
    return { resource: key, file };
  }

  function readTranslations(locale: string): string | null {
    const found = translations.resources.find(({ key }) => key === locale);
    return found === undefined ? null : readFileSync(path.join(root, found.path), 'utf8');
  }

  function lookUp(key: string, locale: string): string | null {
    const supported = ensureLocale(locale);
    const content = supported === null ? null : readTranslations(supported);
    if (supported === null || content === null) return null;
    return getTranslationValue({ [supported]: dictionary.parse(JSON.parse(content)) }, key, supported);
  }

  function panelOf({ key, title, icon, resource, displayConditions }: z.output<typeof issueModule>): AppModule {
    return { key, title, icon: iconFile(icon), page: pageOf(resource), displayConditions };
  }

  function settingsPageOf(module: z.output<typeof settingsModule>): SettingsModule {
    return { ...panelOf(module), pages: module.pages };
  }

  return {
    issuePanels: manifest.modules['jira:issuePanel'].map(panelOf),
    issueContexts: manifest.modules['jira:issueContext'].map((module) => ({ ...panelOf(module), label: module.label })),
    projectSettingsPages: manifest.modules['jira:projectSettingsPage'].map(settingsPageOf),
    adminPages: manifest.modules['jira:adminPage'].map(settingsPageOf),
    bylineItems: manifest.modules['confluence:contentBylineItem'].map((module) => ({
      ...panelOf(module),
      tooltip: module.tooltip,
      propertyKey: module.contentPropertyKey,
    })),
    macros: manifest.modules.macro.map(({ key, title, resource, config }) => ({
      key,
      title,
      page: pageOf(resource),
      configuration: config ? { title: config.title ?? title, page: pageOf(config.resource) } : null,
    })),
    folders: new Map(resources.map((resource) => [resource.key, path.join(root, resource.path)])),
    permissions: manifest.permissions,
    locales: translations.resources.map(({ key }) => key).sort(),
    localeFallback: translations.fallback,
    readTranslations,
    translate: (value, locale) =>
      typeof value === 'string'
        ? value
        : (lookUp(value.i18n, locale) ?? lookUp(value.i18n, translations.fallback.default) ?? value.i18n),
  };
}
