import express, { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { demo } from './cast.ts';
import { findRegistration } from './entra/registrations.ts';
import { heldMeeting, holdInTeams } from './online-meetings/hold-in-teams.ts';
import { presenceSchema } from './teams/presence-store.ts';
import type { Workloads } from './workloads.ts';

const personChange = z.strictObject({
  user: z.string(),
  accountEnabled: z.boolean().optional(),
  displayName: z.string().min(1).optional(),
  jobTitle: z.string().nullable().optional(),
  removed: z.literal(true).optional(),
});
const memberChange = z.strictObject({ group: z.guid(), member: z.guid(), present: z.boolean() });
const policyChange = z.strictObject({ user: z.string(), granted: z.boolean() });
const presenceChange = presenceSchema.extend({ user: z.string() });
const tokenRequest = z.strictObject({
  appId: z.guid().default(demo.apiAppId),
  roles: z.array(z.string().regex(/^[A-Za-z.]+$/)),
});

/**
 * What a person or an administrator would do in Teams, Outlook and Entra, and what was sent to people:
 * `GET /local/mail|notifications?after=n`, `POST /local/people|memberships|presence|transcripts|meeting-policies`, and `POST /local/tokens {roles, appId?}`, an
 * application's token with permissions that its registration does not hold.
 */
export function workloadControls(
  workloads: Workloads,
  graphToken: (appId: string, roles: readonly string[]) => string,
): Router {
  const { directory, mail, notifications, presence, transcripts } = workloads;
  const router = Router();
  const after = (request: Request) => Number(request.query['after'] ?? 0) || 0;
  router.get('/local/mail', (request, response) => void response.json({ entries: mail.entries(after(request)) }));
  router.get(
    '/local/notifications',
    (request, response) => void response.json({ entries: notifications.entries(after(request)) }),
  );

  function post<T>(path: string, schema: z.ZodType<T>, work: (asked: T, response: Response) => void): void {
    router.post(path, express.json(), (request, response) => {
      const parsed = schema.safeParse(request.body);
      if (parsed.success) return work(parsed.data, response);
      response.status(400).json({ faults: parsed.error.issues.map((issue) => issue.message) });
    });
  }
  const unknown = (response: Response) => void response.status(404).json({ faults: ['there is nothing of this name'] });

  post('/local/people', personChange, ({ user, ...change }, response) => {
    const person = directory.person(user);
    if (!person) return unknown(response);
    directory.change(person.id, change);
    response.status(204).end();
  });
  post('/local/memberships', memberChange, ({ group, member, present }, response) => {
    if (!directory.group(group)) return unknown(response);
    directory.setMember(group, member, present);
    response.status(204).end();
  });
  post('/local/presence', presenceChange, ({ user, ...shown }, response) => {
    const person = directory.person(user);
    if (!person) return unknown(response);
    presence.set(person.id, shown);
    response.status(204).end();
  });
  post('/local/transcripts', heldMeeting, (asked, response) => {
    if (!holdInTeams(workloads, asked)) return unknown(response);
    response.status(204).end();
  });
  post('/local/meeting-policies', policyChange, ({ user, granted }, response) => {
    const person = directory.person(user);
    if (!person) return unknown(response);
    transcripts.grant(person.id, granted);
    response.status(204).end();
  });
  post('/local/tokens', tokenRequest, ({ appId, roles }, response) => {
    if (!findRegistration(appId)) return unknown(response);
    response.json({ access_token: graphToken(appId, roles) });
  });
  return router;
}
