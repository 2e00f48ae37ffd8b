// The running service: its parts, its workers and its HTTP server, started and drained in order.
import { createServer, type Server } from 'node:http';
import { promisify } from 'node:util';
import { createApp } from './app.ts';
import { tellAboutPush } from './calendars/channels/push-possible.ts';
import { migrate } from './database/migrate.ts';
import { jobSteps } from './job-steps.ts';
import { prepareQueues } from './jobs/queues.ts';
import { closeParts, createParts, type Ground, type Parts } from './parts.ts';

export type Service = { parts: Parts; close(): Promise<void> };

/** How long open requests may take to end before their connections are cut. */
const drainMilliseconds = 10_000;

export async function startService(ground: Ground): Promise<Service> {
  const { role } = ground.config;
  await migrate(ground.databaseAddress);
  await prepareQueues(ground.databaseAddress);
  const parts = await createParts(ground);
  tellAboutPush(parts);
  if (role !== 'web') await parts.jobs.work(jobSteps(parts));
  const server = role === 'worker' ? null : await listen(parts);
  return {
    parts,
    close: async () => {
      if (server) await drain(server);
      await closeParts(parts);
    },
  };
}

async function listen(parts: Parts): Promise<Server> {
  const server = createServer(createApp(parts).callback());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, parts.config.port)));
    server.listen(parts.config.port, parts.config.host, resolve);
  });
  return server;
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new Error(`port ${port} is taken by another program. Set PORT to a free one.`, {
    cause: error,
  });
}

async function drain(server: Server): Promise<void> {
  const closed = promisify(server.close.bind(server))();
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), drainMilliseconds);
  await closed;
  clearTimeout(cut);
}
