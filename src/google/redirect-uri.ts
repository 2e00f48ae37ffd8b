// Where Google leads people back to after they have signed in. It must know the address, letter by letter.

export function redirectUriAt(publicUrl: string): string {
  return `${publicUrl}/auth/google/callback`;
}
