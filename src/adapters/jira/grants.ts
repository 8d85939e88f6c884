import { z } from 'zod';

/** Where the viewer holds which permission: Jira lists what is granted and leaves out the rest. */
export const grantsAnswer = z.object({
  globalPermissions: z.array(z.string()).default([]),
  projectPermissions: z.array(
    z.object({ permission: z.string(), issues: z.array(z.number()), projects: z.array(z.number()) }),
  ),
});
