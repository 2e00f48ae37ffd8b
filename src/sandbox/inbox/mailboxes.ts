// Whose a mailbox is: on which clocks its mails are read, and whether it is an organiser's.
import type { SandboxGoogle } from '../google/server.ts';

export type Mailboxes = {
  /** Of an address without an account: the first account's. */
  timeZoneOf(this: void, address: string): string;
  /** The account behind it lets the service in. */
  isOrganisers(this: void, address: string): boolean;
};

export function mailboxesOf({ oauth }: SandboxGoogle): Mailboxes {
  return {
    timeZoneOf: (address) => (oauth.findAccount(address) ?? oauth.accounts()[0])?.timeZone ?? 'UTC',
    isOrganisers: (address) => oauth.state.grants.some((grant) => grant.address === address),
  };
}
