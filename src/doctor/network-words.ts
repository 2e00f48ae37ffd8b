// Why an address does not answer, in plain words.

const sentences: Record<string, string> = {
  ENOTFOUND: 'its name is not known (DNS)',
  EAI_AGAIN: 'its name is not known (DNS)',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection is cut',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  ETIMEDOUT: 'there is no answer',
  TimeoutError: 'there is no answer',
  UND_ERR_CONNECT_TIMEOUT: 'there is no answer',
  CERT_HAS_EXPIRED: 'its certificate has run out',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody known',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate comes without the one that signs it',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

export function networkWords(code: string): string {
  return sentences[code] ?? code;
}
