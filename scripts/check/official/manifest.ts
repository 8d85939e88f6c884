import { ProcessorBuilder, ValidationTypes } from '@forge/manifest';
import type { ManifestSchema } from '@forge/manifest';

export interface ManifestReport {
  /** Null when the manifest is not valid. */
  readonly manifest: ManifestSchema | null;
  readonly findings: readonly string[];
}

/** Validates `manifest.yml` of the working directory as `forge deploy` does before it sends anything. */
export async function validateManifest(): Promise<ManifestReport> {
  const processor = ProcessorBuilder.instance().withValidation(ValidationTypes.FULL).build();
  const { success, errors = [], manifestObject } = await processor.process();
  const findings = errors.map(({ level, line, message }) => `manifest.yml:${line ?? 1} ${level} ${message}`);
  const content = manifestObject?.typedContent;
  const manifest = success && content !== undefined && 'modules' in content ? content : null;
  return { manifest, findings };
}
