import type { Express, Request } from 'express';
import {
  meetingPaths as paths,
  type MinutesLinkItem,
  type MinutesLinks,
  type SendOutsideRequest,
  type SentOutside,
} from '../../src/areas/meetings/contract.ts';

const times = { sentAt: '2026-12-10T08:05:00.000Z', expiresAt: '2026-12-17T08:05:00.000Z' } as const;

/** Links to minutes, in memory. */
export function serveStubOutside(app: Express): void {
  let links: readonly MinutesLinkItem[] = [];
  const ended = (one: MinutesLinkItem): MinutesLinkItem => ({ ...one, state: 'revoked', mayRevoke: false });
  app.get(paths.outside, (_request, response) => response.json({ items: links } satisfies MinutesLinks));
  app.post(paths.outside, (request: Request, response) => {
    const { invitation } = request.body as SendOutsideRequest;
    const id = String(links.length + 1).padStart(32, '0');
    const before = links.map((one) => (one.invitation === invitation ? ended(one) : one));
    const fresh = { state: 'works', sentByName: 'Priya Raman', ...times, opened: 0, triesLeft: 5 } as const;
    links = [{ id, invitation, ...fresh, mayRevoke: true }, ...before];
    const address = `https://lantern.example/outside/${'9f3c'.repeat(8)}`;
    response.json({ link: id, address, code: '04915826', expiresAt: times.expiresAt } satisfies SentOutside);
  });
  app.post(paths.revokeLink, (request: Request<{ id: string; link: string }>, response) => {
    links = links.map((one) => (one.id === request.params.link ? ended(one) : one));
    response.json(null);
  });
}
