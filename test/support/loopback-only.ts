// No test reaches beyond this machine: a connection to anywhere else is refused, and the test that tried it fails,
// whatever the code made of the refusal. (Jest's setupFilesAfterEnv.)
import { Socket, type SocketConnectOpts } from 'node:net';
import { afterAll, afterEach, expect } from '@jest/globals';

const loopback = new Set(['localhost', '127.0.0.1', '::1']);
const reached: string[] = [];
const connect = Reflect.get(Socket.prototype, 'connect') as (...to: unknown[]) => Socket;

Socket.prototype.connect = function connectHere(this: Socket, ...to: unknown[]): Socket {
  const host = hostOf(to);
  if (loopback.has(host)) return connect.apply(this, to);
  reached.push(host);
  throw new Error(`A test reached out to ${host}`);
};

afterEach(() => {
  expect(reached.splice(0)).toEqual([]);
});
afterAll(() => {
  Socket.prototype.connect = connect;
});

/** Node passes its own calls on as one array of options and listener. */
function hostOf(to: unknown[]): string {
  const [first, second] = Array.isArray(to[0]) ? (to[0] as unknown[]) : to;
  if (typeof first !== 'object' || first === null) {
    return typeof second === 'string' ? second : 'localhost';
  }
  const options = first as SocketConnectOpts;
  return 'port' in options ? (options.host ?? 'localhost') : 'localhost';
}
