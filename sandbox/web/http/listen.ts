import type { Server } from 'node:http';

/** Listens on the loopback interface; returns the port. @throws Error with code EADDRINUSE when it is taken. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
}

/** Listens on `first` or the next free port within `attempts`; 0 asks the system for any. */
export async function listenFrom(server: Server, first: number, attempts = 50): Promise<number> {
  for (let port = first; ; port += 1) {
    try {
      return await listen(server, port);
    } catch (error) {
      if (!isTaken(error) || port + 1 >= first + attempts) throw error;
    }
  }
}

/** Ends the server and every connection that is still open. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
