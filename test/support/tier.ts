import { z } from 'zod';

const tierShape = z.object({ network: z.enum(['none', 'loopback']), engine: z.enum(['libSQL', 'MariaDB']) });

/** What the tier that this test file runs in may use; set per project in jest.config.cjs. */
export const tier = tierShape.parse(Reflect.get(globalThis, 'countersignTier'));
