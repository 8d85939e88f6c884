import { CHANNELS, type Channel } from '../../../../../../src/contract/vocabulary';
import { readStored, writeStored } from '../../../lib/storage';

const keyOf = (accountId: string): string => `channel:${accountId}`;

/** The channel this person used last; a meeting at first. */
export function lastChannel(accountId: string): Channel {
  const stored = readStored(keyOf(accountId));
  return CHANNELS.find((channel) => channel === stored) ?? 'meeting';
}

/** Remembers the channel for the next time. */
export function rememberChannel(accountId: string, channel: Channel): void {
  writeStored(keyOf(accountId), channel);
}
