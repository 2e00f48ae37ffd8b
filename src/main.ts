// Starts and stops the process; nothing else.
import { join } from 'node:path';
import { systemClock } from './clock.ts';
import { type Config, readConfig, readEnvironment } from './config.ts';
import { findDatabase, findSecretKey } from './ground.ts';
import { startSandbox } from './sandbox/sandbox.ts';
import { startService } from './service.ts';

type Close = () => Promise<void>;

const project = join(import.meta.dirname, '..');
const reading = readConfig(readEnvironment(project), project);

if ('config' in reading) await run(reading.config);
else
  fail(
    'Quarterhour cannot start with these settings:',
    ...reading.faults.map((fault) => `  - ${fault}`),
  );

/** A signal waits for the start to be over, so that everything that was opened is closed, last first. */
async function run(config: Config): Promise<void> {
  const opened: Close[] = [];
  const started = start(config, opened);
  const stop = async () => {
    await Promise.allSettled([started]);
    for (const close of opened.splice(0).toReversed()) await close();
  };
  // not once: npm passes on the Ctrl-C that the terminal has sent to both, and the second must not cut the drain short
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    print(...(await started));
  } catch (error) {
    fail(`Quarterhour could not start: ${error instanceof Error ? error.message : String(error)}`);
    await stop();
  }
}

async function start(config: Config, opened: Close[]): Promise<string[]> {
  const database = await findDatabase(config);
  opened.push(database.stop);
  const sandbox = await startSandbox(config, systemClock);
  opened.push(sandbox.close);
  const service = await startService({
    config: { ...config, administrators: sandbox.administrators },
    clock: systemClock,
    databaseAddress: database.address,
    secretKey: findSecretKey(config),
    google: sandbox.google,
    smtpUrl: sandbox.smtpUrl,
  });
  opened.push(service.close);
  return sandbox.welcome();
}

function fail(...lines: string[]): void {
  print(...lines);
  process.exitCode = 1;
}

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
