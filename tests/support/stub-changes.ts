import type { Express, Response } from 'express';
import { deskPaths } from '../../src/areas/desk/contract.ts';

export interface StubChanges {
  /** Whether tabs can follow changes; otherwise they ask by themselves, at the quicker pace. */
  followed: boolean;
  /** Tells every tab that follows which views have changed. */
  tell(views: readonly string[]): void;
  /** Ends every tab's connection. */
  dropFollowers(): void;
  /** How many follow. */
  followers(): number;
}

/** Lets tabs follow what a test says has changed. */
export function stubChanges(app: Express): StubChanges {
  const followers = new Set<Response>();
  const stub: StubChanges = {
    followed: false,
    tell: (views) => followers.forEach((one) => one.write(`data: ${JSON.stringify({ views })}\n\n`)),
    dropFollowers: () => followers.forEach((one) => one.end()),
    followers: () => followers.size,
  };
  app.get(deskPaths.changes, (_request, response) => {
    if (!stub.followed) return response.status(503).json({ code: 'busy', message: '' });
    followers.add(response);
    response.once('close', () => followers.delete(response));
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: {"views":[]}\n\n');
    return undefined;
  });
  return stub;
}
