/** A key in Azure Key Vault, or one version of it. */
export interface KeyVaultAddress {
  /** `https://<vault>.vault.azure.net/keys/<name>`, in lower case. */
  readonly key: string;
  /** 32 digits; absent for "the newest". */
  readonly version?: string;
}

/** The public cloud and nothing that merely looks like it: https, no port, no sign-in, no query. */
const shape =
  /^https:\/\/([a-z][a-z0-9-]{1,22}[a-z0-9])\.vault\.azure\.net\/keys\/([a-z0-9-]{1,127})(?:\/([0-9a-f]{32}))?$/i;

/** @returns undefined for anything that is not the address of a key in Azure's public cloud */
export function keyVaultAddress(text: string): KeyVaultAddress | undefined {
  const [, vault, name, version] = shape.exec(text) ?? [];
  if (vault === undefined || name === undefined) return undefined;
  const key = `https://${vault}.vault.azure.net/keys/${name}`.toLowerCase();
  return { key, ...(version !== undefined && { version: version.toLowerCase() }) };
}
