/** What each fault asks of whoever starts Lantern. None of it names a secret. */
const words = {
  address: 'LANTERN_KEY_VAULT_KEY must read https://<vault>.vault.azure.net/keys/<name>, without a version.',
  'another-key':
    'The wrapped key names another key than LANTERN_KEY_VAULT_KEY. Set the one it was wrapped with; to move to another vault, see env/keys.md.',
  'no-token':
    'Entra gives no token for Key Vault. Check API_APP_ID and what proves it (API_CERTIFICATE_FILE, API_FEDERATED_TOKEN_FILE or LANTERN_MANAGED_IDENTITY_ID).',
  forbidden:
    'Key Vault refuses this identity. Give the API’s registration the role “Key Vault Crypto Service Encryption User” on the key, and let its network reach the vault.',
  disabled:
    'The version of the key that opens the data key is disabled or has run out. Enable it in Key Vault; then npm run rotate-key.',
  'not-found':
    'Key Vault has no such key or version. If it was deleted, recover it: purge protection keeps it for 90 days.',
  unreachable: 'Key Vault does not answer. Nothing is lost; start Lantern again when it does.',
  unreadable:
    'Key Vault answered with something that is no answer. Start Lantern again; if it stays so, see what stands between.',
  refused: 'Key Vault did not open the data key: what was wrapped is damaged. Put your copy of it back.',
} as const;

export type KeyVaultFaultCode = keyof typeof words;

/** The key-encryption key cannot be used. */
export class KeyVaultFault extends Error {
  constructor(
    readonly code: KeyVaultFaultCode,
    key: string,
    options?: ErrorOptions,
  ) {
    super(`${key}: ${words[code]}`, options);
    this.name = 'KeyVaultFault';
  }

  /** @param said Key Vault's own code, the inner one where there is one */
  static of(status: number, said: string | undefined, key: string): KeyVaultFault {
    if (said === 'KeyDisabled' || said === 'KeyExpired') return new KeyVaultFault('disabled', key);
    if (status === 401 || status === 403) return new KeyVaultFault('forbidden', key);
    if (status === 404) return new KeyVaultFault('not-found', key);
    return new KeyVaultFault(status === 400 ? 'refused' : 'unreadable', key);
  }
}
