// The sandbox's sign-in: which clients there are, whose accounts, what was allowed; and the switches by which a test
// lets tokens die.
import { type Clock, systemClock } from '../../../clock.ts';
import type { Account } from '../state.ts';
import type { World } from '../world.ts';
import { signIdentity } from './identity-token.ts';
import { emptyOAuthState, type AccessToken, type OAuthState } from './oauth-state.ts';
import { findAccessToken, issueRefreshToken, revokeGrant } from './oauth-tokens.ts';
import { readScopes } from './scopes.ts';
import { createSigningKey, type SigningKey } from './signing-key.ts';

export type OAuthClient = { id: string; secret: string; redirectUris: string[]; name?: string };

export type OAuth = {
  readonly clock: Clock;
  readonly clients: readonly OAuthClient[];
  readonly state: OAuthState;
  accounts(): Account[];
  findAccount(address: string): Account | undefined;
  findClient(id: string | undefined): OAuthClient | undefined;
  findToken(token: string): AccessToken | null;
  signingKey(): SigningKey;
  signIdentity(token: AccessToken, nonce: string | null): string;
  /** As if the account had consented in the browser. Returns a refresh token. */
  grantFor(address: string, scopes: readonly string[], clientId?: string): string;
  /** Every access token, or an account's: 401 from now on. */
  expireAccessTokens(address?: string): void;
  /** As if the account had removed the client on its own security page. */
  revokeGrant(address: string, clientId?: string): void;
  /** Tells of a write that was made to the state. */
  changed(): void;
  /** Returns how to stop. */
  onChange(listener: () => void): () => void;
  toSnapshot(): OAuthState;
  restore(snapshot: OAuthState): void;
};

export type OAuthOptions = {
  clock: Clock;
  world: World;
  clients: OAuthClient[];
  snapshot?: OAuthState | undefined;
  /** Identities are verified against the system's own time, so they are signed by it. */
  signingClock?: Clock;
};

export function createOAuth({ clock, world, clients, ...options }: OAuthOptions): OAuth {
  const { signingClock = systemClock } = options;
  let state = structuredClone(options.snapshot ?? emptyOAuthState());
  const clientIds = (clientId: string | undefined) =>
    clientId === undefined ? clients.map(({ id }) => id) : [clientId];
  const signingKey = () => (state.signingKey ??= createSigningKey());
  const findAccount = (address: string) => world.state.accounts[address.toLowerCase()];

  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((listener) => listener());

  return {
    clock,
    clients,
    get state() {
      return state;
    },
    accounts: () => Object.values(world.state.accounts),
    findAccount,
    findClient: (id) => clients.find((client) => client.id === id),
    findToken: (token) => findAccessToken(state, token, clock()),
    signingKey,
    signIdentity: (token, nonce) => {
      const account = findAccount(token.address)!;
      const profile = state.profiles[token.address];
      return signIdentity(signingKey(), { account, profile, token, nonce, now: signingClock() });
    },
    grantFor: (address, scopes, clientId = clients[0]!.id) => {
      const party = { clientId, address: address.toLowerCase() };
      const { token } = issueRefreshToken(state, party, readScopes(scopes.join(' ')));
      changed();
      return token;
    },
    expireAccessTokens: (address) => {
      const isKept = (token: AccessToken) => address !== undefined && token.address !== address;
      state.accessTokens = state.accessTokens.filter(isKept);
      changed();
    },
    revokeGrant: (address, clientId) => {
      for (const id of clientIds(clientId)) revokeGrant(state, { clientId: id, address });
      changed();
    },
    changed,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    toSnapshot: () => structuredClone(state),
    restore: (snapshot) => {
      state = structuredClone(snapshot);
      changed();
    },
  };
}
