// What organisers do around their Google accounts, in the words of the tests.
import { randomUUID } from 'node:crypto';
import type { TestService } from '../support/service.ts';
import { createVisitor, type Shown, type Visitor } from './visitor.ts';

export type Connections = {
  isWell: boolean;
  offersTimes: boolean;
  troubles: { is: string; accountId: string | null; message: string }[];
  accounts: {
    id: string;
    email: string;
    isFirst: boolean;
    state: string;
    permissionEndsAt: string | null;
    errorCode: string | null;
  }[];
  calendars: {
    id: string;
    accountId: string;
    title: string;
    countsAsBusy: boolean;
    takesBookings: boolean;
    isListed: boolean;
    isReadable: boolean;
    accessRole: string;
  }[];
};

export type ConnectionDesk = {
  visitor: Visitor;
  email: string;
  organiserId: string;
  handle: string;
  /** A further Google account, with the answer given at Google's page. */
  connect(email: string, answer?: { decision?: 'allow' | 'cancel' }): Promise<Shown>;
  connections(): Promise<Connections>;
  accountOf(email: string): Promise<Connections['accounts'][number]>;
  calendarOf(title: string): Promise<Connections['calendars'][number]>;
  tickedIds(): Promise<string[]>;
  choose(choice: { busy: string[]; booking?: string }): Promise<Shown>;
  disconnect(
    email: string,
    fields?: Record<string, string>,
    options?: { settles: boolean },
  ): Promise<Shown>;
  check(email: string): Promise<Shown>;
  /** Of the event type that every organiser begins with. */
  slots(slug?: string): Promise<{ status: number; starts: string[] }>;
  subjects(): string[];
};

/** Signed in for the first time. */
export async function openConnectionDesk(service: TestService): Promise<ConnectionDesk> {
  const email = addPerson(service);
  const visitor = createVisitor(service);
  await visitor.signIn(email);
  await service.settle();
  const read = async <Answer>(path: string) =>
    JSON.parse((await visitor.open(path)).text) as Answer;
  const { id: organiserId, handle } = await read<{ id: string; handle: string }>('/api/me');
  const connections = () => read<Connections>('/api/me/calendars');
  const accountOf = async (address: string) =>
    (await connections()).accounts.find((account) => account.email === address)!;
  const onAccount = async (address: string, what: string) =>
    `/organiser/calendars/accounts/${(await accountOf(address)).id}/${what}`;
  return {
    visitor,
    email,
    organiserId,
    handle,
    connections,
    accountOf,
    connect: (address, answer) =>
      visitor.signIn(address, { ...answer, start: '/auth/google?connect=1' }),
    calendarOf: async (title) =>
      (await connections()).calendars.find((calendar) => calendar.title === title)!,
    tickedIds: async () =>
      (await connections()).calendars.filter((each) => each.countsAsBusy).map(({ id }) => id),
    choose: async ({ busy, booking }) => {
      const ticked = busy.map((calendarId): [string, string] => ['busy', calendarId]);
      const fields: [string, string][] = booking ? [...ticked, ['booking', booking]] : ticked;
      const shown = await visitor.send('/organiser/calendars', fields);
      await service.settle();
      return shown;
    },
    disconnect: async (address, fields = {}, { settles } = { settles: true }) => {
      const shown = await visitor.send(await onAccount(address, 'disconnect'), fields);
      if (settles) await service.settle();
      return shown;
    },
    check: async (address) => visitor.send(await onAccount(address, 'check'), {}),
    slots: async (slug = '30min') => {
      const window = 'from=2026-11-24&to=2026-11-24&timeZone=UTC';
      const shown = await visitor.open(
        `/api/organisers/${handle}/event-types/${slug}/slots?${window}`,
      );
      const { slots = [] } = JSON.parse(shown.text) as { slots?: { start: string }[] };
      return { status: shown.status, starts: slots.map(({ start }) => start) };
    },
    subjects: () => service.inbox.to(email).map(({ subject }) => subject),
  };
}

/** A page's words, in a row. */
export function textOf({ text }: Pick<Shown, 'text'>): string {
  return text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

export function addPerson(service: TestService, name = 'person'): string {
  const address = `${name}-${randomUUID().slice(0, 8)}@example.com`;
  service.google.world.addAccount({ address, timeZone: 'Europe/Berlin' });
  return address;
}
