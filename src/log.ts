// The log: JSON lines, and nothing of a person in them. Of an error only what is named here is written: a driver's
// error may carry a whole row, a mail server's the recipient.
import { pino, type Logger } from 'pino';
import { cutTokens } from './http/request-log.ts';

export function createLog(level: string): Logger {
  return pino({ level, serializers: { err: describeError }, base: null });
}

export type ErrorLine = {
  type: string;
  code?: unknown;
  message: string;
  stack?: string;
  cause?: ErrorLine;
};

export function describeError(error: unknown): ErrorLine {
  if (!(error instanceof Error)) return { type: typeof error, message: scrub(String(error)) };
  return {
    type: error.name,
    ...('code' in error && { code: error.code }),
    message: scrub(error.message),
    ...(error.stack !== undefined && { stack: scrub(error.stack) }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/** Addresses and tokens are cut out, wherever a library put them. */
export function scrub(text: string): string {
  return cutTokens(text.replaceAll(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…@…'));
}
