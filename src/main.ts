// Starts and stops the process; nothing else.
import { join } from 'node:path';
import { systemClock } from './clock.ts';
import { readConfig, readEnvironment } from './config.ts';
import { findDatabase, findSecretKey } from './ground.ts';
import { startSandbox } from './sandbox/sandbox.ts';
import { startService } from './service.ts';

const project = join(import.meta.dirname, '..');
const reading = readConfig(readEnvironment(project), project);
if ('faults' in reading) {
  say(
    'Quarterhour cannot start with these settings:',
    ...reading.faults.map((fault) => `  - ${fault}`),
  );
  process.exit(1);
}

const { config } = reading;
const closing: (() => Promise<void>)[] = [];
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

try {
  const database = await findDatabase(config);
  closing.unshift(database.stop);
  const secretKey = findSecretKey(config);
  const sandbox = await startSandbox(config, systemClock);
  closing.unshift(sandbox.close);
  const service = await startService({
    config,
    clock: systemClock,
    databaseAddress: database.address,
    secretKey,
    google: config.google ?? sandbox.google,
    smtpUrl: config.smtpUrl ?? sandbox.smtpUrl,
  });
  closing.unshift(service.close);
  const welcome = await sandbox.welcome();
  say(...welcome);
} catch (error) {
  say(`Quarterhour could not start: ${error instanceof Error ? error.message : String(error)}`);
  await stop();
}

async function stop(): Promise<void> {
  for (const close of closing.splice(0)) await close();
}

function say(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
