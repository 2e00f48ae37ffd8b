// This machine: the service runs here, or could.
import { createServer } from 'node:net';
import type { Config } from '../config.ts';
import { askHealth } from './ask-health.ts';
import { fault, type Finding, note, ok } from './finding.ts';
import type { Ground } from './ground.ts';

export async function checkService(ground: Ground): Promise<Finding[]> {
  const { config } = ground;
  if (config.role === 'worker')
    return [note('ROLE is worker: this process serves no pages, another one must (ROLE web).')];
  const answer = await askHealth(ground, localOrigin(config));
  if (answer.is === 'ours') return [ok(`The service runs here, on port ${config.port}.`)];
  const refusal = answer.is === 'silent' ? await tryToListen(config) : 'EADDRINUSE';
  if (refusal !== null) return [cannotListen(refusal, config)];
  return [
    note(
      `The service does not run here; port ${config.port} is free for it.`,
      'Start it with npm start, and run the doctor again to see whether it is reached from outside.',
    ),
  ];
}

/** Where the service listens, as seen from this machine. */
export function localOrigin({ host, port }: Config): string {
  const here: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '[::1]', '::1': '[::1]' };
  return `http://${here[host] ?? host}:${port}`;
}

/** Null when it goes well, else why not. */
async function tryToListen({ host, port }: Config): Promise<string | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

function cannotListen(code: string, { host, port }: Config): Finding {
  if (code === 'EADDRINUSE')
    return fault(
      `Port ${port} is taken by another program, or by a Quarterhour with another SECRET_KEY.`,
      'End that program, or set PORT to a free one.',
    );
  if (code === 'EACCES')
    return fault(`This user may not listen on port ${port}.`, 'Set PORT to one above 1023.');
  return fault(
    `Nobody can listen on ${host}, port ${port} (${code}).`,
    'Set HOST to an address of this machine: 0.0.0.0 for all, 127.0.0.1 for itself alone.',
  );
}
