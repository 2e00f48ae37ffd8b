// A refusal of the token and revocation endpoints: rendered as {error, error_description}.

export class OAuthError extends Error {
  readonly status: number;
  readonly error: string;

  constructor(status: number, error: string, description: string) {
    super(description);
    this.status = status;
    this.error = error;
  }
}

export const expiredOrRevoked = () =>
  new OAuthError(400, 'invalid_grant', 'Token has been expired or revoked.');
