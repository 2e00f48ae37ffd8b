// A door on this machine's own address, that nobody outside can reach.
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Door = {
  origin: string;
  open(answer: (...call: Parameters<RequestListener>) => Promise<void>): void;
  /** Ends connections that hang, too. */
  close(): Promise<void>;
};

/** Longer than a client's pool keeps a connection, so that none is used while it is being closed. */
const keepAliveMs = 120_000;

/** Port 0 takes any that is free. Rejects when the port is taken. */
export async function listenHere(port: number): Promise<Door> {
  const server = createServer({ keepAliveTimeout: keepAliveMs });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open: (answer) => void server.on('request', (...call) => void answer(...call)),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
