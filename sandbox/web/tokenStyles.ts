import { createRequire } from 'node:module';
import { z } from 'zod';

const FILES = ['light', 'dark', 'spacing', 'shape', 'typography', 'motion'];
const themeModule = z.object({ default: z.string() });

/**
 * The style sheet of the Atlassian design tokens, which the platform brings to frames that ask for theming. Read from the
 * theme files themselves: the package's own functions put style elements into the page, which the policy forbids.
 */
export function tokenStyles(): string {
  const load = createRequire(__filename);
  const css = FILES.map(
    (name) => themeModule.parse(load(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${name}`)).default,
  );
  return css.join('\n');
}
