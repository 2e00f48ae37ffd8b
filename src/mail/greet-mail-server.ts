// Connects to the mail server and signs in as the mailer does, and sends nothing.
import { createTransport } from 'nodemailer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { timeouts } from './mailer.ts';

export type MailServerGreeting =
  | { is: 'ready'; isEncrypted: boolean; isSignedIn: boolean }
  /** Before, in or after the encryption, or when signing in. `said`: by the server, or by the network. */
  | { is: 'refused'; at: 'connection' | 'encryption' | 'sign_in'; said: string };

export async function greetMailServer(smtpUrl: string): Promise<MailServerGreeting> {
  const { options } = createTransport({ url: smtpUrl, ...timeouts });
  const connection = new SMTPConnection(options);
  try {
    await connect(connection);
    const isSignedIn = Boolean(options.auth) && connection.allowsAuth;
    if (isSignedIn) await signIn(connection, options.auth!);
    return { is: 'ready', isEncrypted: connection.secure, isSignedIn };
  } catch (error) {
    return refusal(error);
  } finally {
    connection.quit();
  }
}

function connect(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    // every refusal comes here, also those that come later
    connection.on('error', reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
}

function signIn(connection: SMTPConnection, auth: object): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.login(auth, (error) => (error ? reject(error) : resolve()));
  });
}

function refusal(error: unknown): MailServerGreeting {
  const { code, message: said } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  if (code === 'EAUTH') return { is: 'refused', at: 'sign_in', said };
  return { is: 'refused', at: isAboutEncryption(code, said) ? 'encryption' : 'connection', said };
}

function isAboutEncryption(code: string, said: string): boolean {
  return code === 'ETLS' || /certificate|ssl|tls|altnames/i.test(said);
}
