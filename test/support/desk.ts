// What attendees and organisers do around one event type that asks for proof by mail, in the words of the tests.
import { type Answer, attendee, call, hold, tokenOf } from './attendee.ts';
import type { MadeOrganiser } from './makers.ts';
import type { TestService } from './service.ts';

export const ten = '2026-11-24T10:00:00+01:00';
export const two = '2026-11-24T14:00:00+01:00';
export const minutes = (count: number): number => count * 60_000;

export type Desk = ReturnType<typeof openDesk>;

export function openDesk(service: TestService, made: MadeOrganiser) {
  const request = (held: Answer, person: object): Promise<Answer> =>
    call(service, 'POST', '/api/bookings', { hold: held.body.token, attendee: person });

  const confirm = (token: string): Promise<Answer> =>
    call(service, 'POST', '/api/bookings/confirm', { token });

  const mailedToken = async (email: string): Promise<string> => {
    const { text } = await service.inbox.waitFor(
      ({ envelope, subject }) =>
        envelope.to.includes(email.toLowerCase()) && subject.startsWith('Please confirm'),
    );
    return /\/confirm\/([\w-]+)/.exec(text)![1]!;
  };

  const makeRequest = async (start = ten, wishes: object = {}) => {
    const person = attendee(wishes);
    const held = await hold(service, made, start);
    return { held, requested: await request(held, person), email: person.email };
  };

  const makeConfirmed = async (wishes: object = {}) => {
    const { email } = await makeRequest(ten, wishes);
    const { body } = await confirm(await mailedToken(email));
    await service.settle();
    return { email, id: body.id as string, manage: `/api/bookings/${tokenOf(body.manageUrl)}` };
  };

  return {
    made,
    request,
    confirm,
    mailedToken,
    makeRequest,
    makeConfirmed,
    subjectsTo: (email: string) => service.inbox.to(email).map(({ subject }) => subject),
    /** The organiser's calendar, deleted events among them. */
    events: () =>
      Object.values(service.google.world.state.events[made.email]!).map(({ event }) => event),
  };
}
