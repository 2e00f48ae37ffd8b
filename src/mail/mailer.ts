// The only door to the mail server.
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { refusalForGood } from './refusal.ts';

export type Mailbox = { name: string; address: string };

export type Mail = {
  to: Mailbox;
  replyTo?: Mailbox;
  subject: string;
  text: string;
  html: string;
  /** The same for the same message, so that a repeat is filed as the same mail. */
  messageId: string;
  invite?: Invite;
};

/** An iCalendar file. PUBLISH and CANCEL only: the one who invites is Google. */
export type Invite = { method: 'PUBLISH' | 'CANCEL'; content: string };

/** `refused`: for good, so that there is no use in trying again. */
export type Delivery = { is: 'taken' } | { is: 'refused'; said: string };

export type Mailer = {
  /** Throws when the mail server may take the mail another time. */
  send(mail: Mail): Promise<Delivery>;
  close(): void;
};

export function createMailer(settings: { smtpUrl: string; from: string }): Mailer {
  const transport = createTransport({ url: settings.smtpUrl, ...timeouts });
  return {
    send: (mail) => deliver(transport, letter(mail, settings.from)),
    close: () => transport.close(),
  };
}

async function deliver(transport: Transporter, letter: SendMailOptions): Promise<Delivery> {
  try {
    await transport.sendMail(letter);
    return { is: 'taken' };
  } catch (error) {
    const said = refusalForGood(error);
    if (said === null) throw error;
    return { is: 'refused', said };
  }
}

export const timeouts = {
  connectionTimeout: 20_000,
  greetingTimeout: 20_000,
  socketTimeout: 20_000,
};

function letter({ invite, ...mail }: Mail, from: string): SendMailOptions {
  return {
    ...mail,
    from,
    // what no person has written asks for no "out of office" in return
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(invite && { icalEvent: { ...invite, filename: 'appointment.ics' } }),
  };
}
