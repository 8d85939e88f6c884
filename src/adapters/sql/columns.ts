import { z } from 'zod';

/** An instant or count: the platform gives BIGINT as a string, so that no digit is lost on the way. */
export const wholeNumber = z.union([z.number(), z.string().regex(/^-?\d+$/u)]).transform(Number);
