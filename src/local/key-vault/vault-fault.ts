/** A refusal of Key Vault, in the shape of its error bodies. */
export class VaultFault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly inner?: string,
  ) {
    super(message);
    this.name = 'VaultFault';
  }
}
