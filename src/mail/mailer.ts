// The only door to the mail server.

export type Mail = {
  to: { name: string; address: string };
  replyTo?: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** The same for the same message, so that a repeat is filed as the same mail. */
  messageId: string;
  invite?: { method: 'PUBLISH' | 'CANCEL'; content: string };
};

export type Mailer = {
  /** Resolves when the mail server has taken the mail; throws when it has not. */
  send(mail: Mail): Promise<void>;
  close(): void;
};
