import type { Express, Request, Response } from 'express';
import {
  meetingPaths as paths,
  type BeginContributionRequest,
  type ContributionItem,
  type ContributionsOfConcern,
  type FilledContribution,
  type GiveContributionRequest,
  type MeetingChildItem,
  type NameSpeakerRequest,
  type Speakers,
  type WriteContributionRequest,
} from '../../src/areas/meetings/contract.ts';
import { contributionTemplates } from '../../src/areas/meetings/contributions/templates.ts';
import type { meetingKind } from '../../src/areas/meetings/fields.ts';
import { children } from './stub-meeting-rows.ts';

type Kind = keyof typeof meetingKind;
const now = '2026-12-10T08:06:00.000Z';

const known: FilledContribution = {
  texts: {
    child: 'Year 7, form 7B.',
    seen: '3 December 2026, C-2026-0141: Monitor. Level 2: additional.\n10 December 2026, C-2026-0146: Not judged yet.',
    done:
      'Done on 4 December 2026: Ring her mother (Priya Raman)\n' +
      'To do by 11 December 2026: Ask the nurse for her note, and another child’s form tutor (Tom Whitlock)',
  },
  leftOut: 1,
};

/** What the school brings, from memory; a conference has a draft for its first child, and an earlier meeting something that was given. */
export function serveStubBrings(app: Express, kindOf: (meeting: string) => Kind | undefined): void {
  let items: readonly (ContributionItem & { readonly meeting: string })[] = [];
  let [next, begun] = [1, false];
  const leads = ({ headers }: Request) => !/^Bearer token (daniel|zoe)/.test(headers.authorization ?? '');
  const refuse = (response: Response, status: number, code: string, message: string, fields?: object) =>
    void response.status(status).json({ code, message, ...fields });
  function begin(meeting: string, place: MeetingChildItem, over: Partial<ContributionItem> = {}) {
    const { parts = [], family = 'free' } = contributionTemplates[kindOf(meeting) ?? 'taf'] ?? {};
    const latest = items.find((one) => one.meeting === meeting && one.place === place.id);
    const item = {
      ...{ id: `b${next++}`, meeting, rev: 1, version: (latest?.version ?? 0) + 1, status: 'draft' as const },
      ...{ place: place.id, label: place.label, childName: place.name, parts, family, texts: latest?.texts ?? {} },
      ...{ writtenByName: 'Priya Raman', writtenAt: now, filed: true },
      ...{ mayWrite: true, mayGive: true, mayNameSpeaker: true, mayBeginAnew: false, ...over },
    };
    items = [item, ...items.map((one) => (one.id === latest?.id ? { ...one, mayBeginAnew: false } : one))];
    return item.id;
  }
  function populate(): void {
    if (begun) return;
    begun = true;
    const [ellie] = children;
    if (!ellie) return;
    begin('g5', ellie, {
      texts: { voice: '“I want to sleep at home and I want it to be quiet.” She told Daniel Osei on 9 December.' },
      ...{ speaker: 'p1', speakerName: 'Daniel Osei' },
    });
    const speaker = { mayNameSpeaker: false, speaker: 'p2', speakerName: 'Zoe Lund' };
    begin('g9', ellie, { ...speaker, texts: { works: 'She comes early to feed the fish.' } });
  }
  const change = (id: string, over: Partial<ContributionItem>) => {
    items = items.map((one) => (one.id === id ? { ...one, ...over, rev: one.rev + 1 } : one));
  };

  app.get(paths.contributions, (request: Request<{ id: string }>, response) => {
    populate();
    const { id } = request.params;
    if (!leads(request) && id !== 'g9') return refuse(response, 404, 'not-found', 'Lantern has nothing here.');
    return void response.json({ items: items.filter(({ meeting }) => meeting === id) });
  });
  app.post(paths.contributions, (request: Request<{ id: string }>, response) => {
    const { child } = request.body as BeginContributionRequest;
    const place = children.find(({ id }) => id === child);
    if (!place) return refuse(response, 404, 'not-found', 'Lantern has nothing here.');
    return void response.json({ contribution: begin(request.params.id, place) });
  });
  app.get(paths.speakers, (_request, response) => {
    const [ellie] = children;
    const offered = (person: string, name: string) => ({ person, name, place: ellie?.id ?? '' });
    response.json({ items: [offered('p1', 'Daniel Osei'), offered('p3', 'Priya Raman')] } satisfies Speakers);
  });
  app.get(paths.fillContribution, (request: Request<{ id: string }>, response) => {
    const parts = items.find(({ id }) => id === request.params.id)?.parts ?? [];
    const texts = Object.fromEntries(Object.entries(known.texts).filter(([part]) => parts.some((one) => one === part)));
    response.json({ ...known, texts } satisfies FilledContribution);
  });
  app.post(paths.contribution, (request: Request<{ id: string }>, response) => {
    const { rev, texts } = request.body as WriteContributionRequest;
    const item = items.find(({ id }) => id === request.params.id);
    if (rev !== item?.rev)
      return refuse(response, 409, 'changed-meanwhile', 'This was changed a moment ago by somebody else.');
    change(item.id, { texts, writtenAt: now });
    return void response.json({ rev: rev + 1 });
  });
  app.post(paths.giveContribution, (request: Request<{ id: string }>, response) => {
    const { how, on, familySaw, whyNotSeen } = request.body as GiveContributionRequest;
    const given = {
      ...{ how, on, byName: 'Priya Raman' },
      ...(familySaw && { familySaw }),
      ...(whyNotSeen !== undefined && { whyNotSeen }),
    };
    change(request.params.id, { given, status: 'given', mayWrite: false, mayGive: false, mayBeginAnew: true });
    response.json(null);
  });
  app.post(paths.nameSpeaker, (request: Request<{ id: string }>, response) => {
    const { speaker } = request.body as NameSpeakerRequest;
    const { speaker: _before, speakerName: _name, ...item } = items.find(({ id }) => id === request.params.id) ?? {};
    const named =
      speaker === undefined ? {} : { speaker, speakerName: speaker === 'p1' ? 'Daniel Osei' : 'Priya Raman' };
    items = items.map((one) =>
      one.id === request.params.id ? ({ ...item, ...named, rev: one.rev + 1 } as typeof one) : one,
    );
    response.json(null);
  });
  app.get(paths.contributionsOfConcern, (_request, response) => {
    const given = { status: 'given', how: 'both', givenOn: '2026-11-17', givenByName: 'Priya Raman' } as const;
    const about = {
      meeting: 'g5',
      meetingRef: 'M-2026-0004',
      kind: 'icpc',
      startsAt: '2026-11-17T10:00:00.000Z',
    } as const;
    response.json({ items: [{ id: 'b0', ...about, version: 1, ...given }] } satisfies ContributionsOfConcern);
  });
}
