// A server that answers as a test tells it to: for the answers that the sandbox Google, which keeps to the rules, never gives.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGoogle } from '../../src/google/create-google.ts';
import type { Google } from '../../src/google/google.ts';

export type Answer =
  | { status: number; body: unknown }
  /** Takes the request and never answers. */
  | 'hang'
  /** Closes the connection instead of answering. */
  | 'reset';

export type ScriptedGoogle = {
  google: Google;
  origin: string;
  /** Requests so far, as "POST /calendar/v3/freeBusy". */
  requests: string[];
  bodies: string[];
  /** The next answers of a path, in order; the last one stays. */
  answer(path: string, ...answers: Answer[]): void;
  close(): Promise<void>;
};

const freshToken: Answer = { status: 200, body: { access_token: 'access', expires_in: 3600 } };

export async function startScriptedGoogle(): Promise<ScriptedGoogle> {
  const answers = new Map<string, Answer[]>([['/token', [freshToken]]]);
  const requests: string[] = [];
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname;
    requests.push(`${request.method} ${path}`);
    void bodyOf(request).then((body) => {
      bodies.push(body);
      give(response, nextAnswer(answers.get(path) ?? []));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    google: createGoogle({
      clientId: 'client',
      clientSecret: 'client-secret',
      redirectUri: 'http://localhost/auth/google/callback',
      baseUrl: origin,
    }),
    origin,
    requests,
    bodies,
    answer: (path, ...list) => void answers.set(path, list),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** An error as the Calendar API writes it. */
export function refusal(status: number, reason: string): Answer {
  const errors = [{ domain: 'global', reason, message: reason }];
  return { status, body: { error: { code: status, message: reason, errors } } };
}

function nextAnswer(queue: Answer[]): Answer {
  const answer = queue.length > 1 ? queue.shift() : queue[0];
  return answer ?? { status: 404, body: {} };
}

function give(response: ServerResponse, answer: Answer): void {
  if (answer === 'hang') return;
  if (answer === 'reset') return void response.destroy();
  const isText = typeof answer.body === 'string';
  response.writeHead(answer.status, {
    'content-type': isText ? 'text/html' : 'application/json; charset=UTF-8',
  });
  response.end(isText ? answer.body : JSON.stringify(answer.body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
