import net from 'node:net';
import { tier } from './tier';

/**
 * Fails every test during which the process opened a connection that its tier does not allow: none at all for units,
 * the loopback for the others. Everything in Node that speaks TCP passes through `Socket.connect`.
 */
const refused: string[] = [];
const original: unknown = Reflect.get(net.Socket.prototype, 'connect');

interface Destination {
  readonly path?: string;
  readonly host?: string;
  readonly port?: string | number;
}

function isDestination(value: unknown): value is Destination {
  return typeof value === 'object' && value !== null;
}

/** `connect` takes a port and a host, a path, an options object, or (from inside Node) an array of arguments. */
function destinationOf([first, second]: readonly unknown[]): Destination {
  if (Array.isArray(first)) return destinationOf(first);
  if (isDestination(first)) return first;
  if (typeof first === 'string' && Number.isNaN(Number(first))) return { path: first };
  return { port: String(first), host: typeof second === 'string' ? second : 'localhost' };
}

function isLoopback({ path, host = 'localhost' }: Destination): boolean {
  return path !== undefined || host === 'localhost' || host === '::1' || host.startsWith('127.');
}

function describeDestination({ path, host = 'localhost', port }: Destination): string {
  return path ?? `${host}:${port ?? '?'}`;
}

function guardedConnect(this: net.Socket, ...args: unknown[]): unknown {
  const destination = destinationOf(args);
  if (tier.network === 'none' || !isLoopback(destination)) {
    const address = describeDestination(destination);
    refused.push(address);
    throw new Error(`A test of this tier may not connect to ${address}`);
  }
  if (typeof original !== 'function') throw new TypeError('net.Socket.prototype.connect is not a function');
  return Reflect.apply(original, this, args);
}

Reflect.set(net.Socket.prototype, 'connect', guardedConnect);

afterEach(() => {
  // Code that swallows the refusal must not get away with it.
  const addresses = refused.splice(0);
  if (addresses.length > 0) throw new Error(`Connections that no test may open: ${addresses.join(', ')}`);
});

afterAll(() => {
  Reflect.set(net.Socket.prototype, 'connect', original);
});
