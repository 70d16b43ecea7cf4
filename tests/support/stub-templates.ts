import type { Express, Request } from 'express';
import {
  meetingPaths as paths,
  type AgendaTemplateItem,
  type AgendaTemplates,
  type WriteAgendaTemplateRequest,
} from '../../src/areas/meetings/contract.ts';
import { meetingKinds } from '../../src/areas/meetings/kinds.ts';
import { school } from './stub-meeting-rows.ts';

const kinds = ['safeguarding-team', 'pastoral', 'taf'] as const;
const standing = (kind: AgendaTemplateItem['kind']) => meetingKinds[kind].standing.map((heading) => ({ heading }));

/** What stands on each agenda of a kind, from memory: Lantern’s list until another is written. */
export function serveStubTemplates(app: Express): void {
  let items: readonly AgendaTemplateItem[] = kinds.map((kind) => ({
    school,
    kind,
    points: standing(kind),
    own: false,
  }));
  app.get(paths.templates, (_request, response) => response.json({ items } satisfies AgendaTemplates));
  app.post(paths.templates, (request: Request, response) => {
    const { kind, seen, points } = request.body as WriteAgendaTemplateRequest;
    const written = { version: seen + 1, writtenByName: 'Priya Raman', writtenAt: '2026-12-10T08:06:00.000Z' };
    items = items.map((one) =>
      one.kind === kind
        ? { school, kind, points: points ?? standing(kind), own: points !== undefined, ...written }
        : one,
    );
    response.json(null);
  });
}
