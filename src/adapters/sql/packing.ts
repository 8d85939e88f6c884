import { gunzip, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { Packing } from '../../application/archive/ports';

/** Far more than any document that is frozen, and far less than the memory there is. */
const MOST_BYTES = 64 * 1024 * 1024;
const deflate = promisify(gzip);
const inflate = promisify(gunzip);

/** Texts as base64 of their gzip. */
export const packing: Packing = {
  pack: async (text) => (await deflate(text)).toString('base64'),

  async unpack(body) {
    try {
      return (await inflate(Buffer.from(body, 'base64'), { maxOutputLength: MOST_BYTES })).toString('utf8');
    } catch {
      return null;
    }
  },
};
