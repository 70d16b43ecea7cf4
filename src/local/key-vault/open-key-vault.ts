import type { Router } from 'express';
import { demo } from '../cast.ts';
import type { SigningKeys } from '../signing-keys.ts';
import { keyVaultRouter } from './key-vault-router.ts';
import { openVaultKeys, type VaultKeys } from './vault-keys.ts';

/** The trust's vault, and what its administrator may do to it. */
export interface LocalKeyVault {
  readonly router: Router;
  readonly keys: Pick<VaultKeys, 'rotate' | 'setEnabled'>;
  /** Who holds “Key Vault Crypto Service Encryption User” from now on, by application id. */
  allow(...apps: readonly string[]): void;
  /** Answers every call with this status; undefined ends it. */
  breakWith(status: number | undefined): void;
}

/** @param file where the keys are kept between starts */
export function openKeyVault(file: string, tokens: SigningKeys): LocalKeyVault {
  let allowed: readonly string[] = [demo.apiAppId];
  let broken: number | undefined;
  const keys = openVaultKeys(file, [demo.keyVaultKey]);
  return {
    router: keyVaultRouter({ keys, tokens, allowed: () => allowed, broken: () => broken }),
    keys,
    allow: (...apps) => void (allowed = apps),
    breakWith: (status) => void (broken = status),
  };
}
