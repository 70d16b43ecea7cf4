import { z } from 'zod';

const claims = z.object({ roles: z.array(z.string()).default([]) });

/**
 * The application permissions that a token of our own carries. It came from Entra over TLS, so its signature is not checked;
 * nothing is decided by it but what the doctor says.
 * @returns none for a token that cannot be read: Microsoft calls them opaque
 */
export function rolesIn(token: string): readonly string[] {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
    return claims.parse(JSON.parse(payload)).roles;
  } catch {
    return [];
  }
}
