// The only door to the mail server.
import { createTransport, type SendMailOptions } from 'nodemailer';

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

export type Mailer = {
  /** Resolves when the mail server has taken the mail; throws when it has not. */
  send(mail: Mail): Promise<void>;
  close(): void;
};

export function createMailer(settings: { smtpUrl: string; from: string }): Mailer {
  const transport = createTransport({ url: settings.smtpUrl, ...timeouts });
  return {
    send: async (mail) => {
      await transport.sendMail(letter(mail, settings.from));
    },
    close: () => transport.close(),
  };
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
