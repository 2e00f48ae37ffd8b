// What the doctor finds of the mail server and of the sender's address.
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Config } from '../../src/config.ts';
import { checkMailServer } from '../../src/doctor/check-mail-server.ts';
import { checkSender } from '../../src/doctor/check-sender.ts';
import type { Ground } from '../../src/doctor/ground.ts';

const servers: (SMTPServer | Server)[] = [];

afterEach(async () => {
  for (const server of servers.splice(0))
    await new Promise<void>((resolve) => server.close(() => resolve()));
});

test('a mail server that lets us sign in is well; that nothing is encrypted on this machine does not matter', async () => {
  const port = await serve({ disabledCommands: ['STARTTLS'] });

  expect(await check(`smtp://booking:geheim@127.0.0.1:${port}`)).toEqual([
    { level: 'ok', says: `The mail server 127.0.0.1:${port} answers and lets us sign in.` },
  ]);
});

test('one that refuses the password is a fault, which does not tell it', async () => {
  const port = await serve({ disabledCommands: ['STARTTLS'] });

  const findings = await check(`smtp://booking:falsch@127.0.0.1:${port}`);

  expect(findings).toEqual([
    {
      level: 'fault',
      says: expect.stringMatching(/does not let us sign in.*535/),
      mend: expect.stringContaining('SMTP_URL'),
    },
  ]);
  expect(JSON.stringify(findings)).not.toContain('falsch');
});

test('one whose encryption fails is a fault that says how to write the address', async () => {
  const port = await serveBrokenEncryption();

  const [finding] = await check(`smtp://booking:geheim@localhost:${port}`);

  expect(finding).toMatchObject({
    level: 'fault',
    says: expect.stringContaining('no encrypted connection'),
    mend: expect.stringContaining('smtps://'),
  });
});

test('one that offers no way to sign in is a fault where a user is set, and well where none is', async () => {
  const port = await serve({ disabledCommands: ['STARTTLS', 'AUTH'] });

  const [withUser] = await check(`smtp://booking:geheim@127.0.0.1:${port}`);
  const [without] = await check(`smtp://127.0.0.1:${port}`);

  expect(withUser).toMatchObject({ level: 'fault', says: expect.stringContaining('no way') });
  expect(without).toMatchObject({ level: 'ok' });
});

test('one that is not there is a fault, with the ports to try', async () => {
  const [finding] = await check('smtp://127.0.0.1:1');

  expect(finding).toMatchObject({
    level: 'fault',
    says: expect.stringContaining('does not answer'),
    mend: expect.stringContaining('587'),
  });
});

test.each([
  ['Practice <booking@example.org>', 'smtp://mail.example.org', 'ok'],
  ['booking@example.org', 'smtp://booking%40example.org:x@smtp.example.com', 'ok'],
  ['booking@example.org', 'smtp://mira%40example.com:x@smtp.example.com', 'note'],
  ['Quarterhour <quarterhour@localhost>', 'smtp://mail.example.org', 'fault'],
  ['Quarterhour <booking@example.com>', 'smtp://mail.example.org', 'fault'],
  ['Quarterhour', 'smtp://mail.example.org', 'fault'],
])('MAIL_FROM %s with %s is: %s', async (mailFrom, smtpUrl, level) => {
  const [finding] = await checkSender({ config: { mailFrom } as Config, smtpUrl } as Ground);

  expect(finding?.level).toBe(level);
});

function check(smtpUrl: string) {
  return checkMailServer({ smtpUrl } as Ground);
}

/** Takes one password. */
async function serve(options: SMTPServerOptions): Promise<number> {
  const server = new SMTPServer({
    ...options,
    allowInsecureAuth: true,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, callback) => {
      const isRight = password === 'geheim';
      callback(
        isRight ? null : new Error('Wrong password'),
        isRight ? { user: username } : undefined,
      );
    },
  });
  server.on('error', () => {});
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Says that it encrypts, and then talks on in the clear. */
async function serveBrokenEncryption(): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.write('220 here\r\n');
    socket.on('data', (line) => {
      const isGreeting = line.toString().startsWith('EHLO');
      socket.write(isGreeting ? '250-here\r\n250 STARTTLS\r\n' : '220 go on in the clear\r\n');
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
