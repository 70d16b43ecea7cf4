import type { Express, Request } from 'express';
import { bulletinCard } from '../../bot/briefings/bulletin-card.ts';
import { minutesCard } from '../../bot/meetings/minutes-card.ts';
import type { Bulletin } from '../../src/areas/briefings/contract.ts';
import {
  channelPaths as paths,
  type BriefingChannels,
  type BulletinPostItem,
  type BulletinPreview,
  type ChannelDesk,
  type ChannelMinutes,
  type MinutesInChannel,
  type ChannelPostItem,
  type ChannelReader,
  type ConfigureChannelRequest,
  type MeetingChannel,
  type PostBulletinRequest,
  type PostMinutesRequest,
  type PostPreview,
  type SettlePostRequest,
} from '../../src/areas/channels/contract.ts';
import {
  meetingPaths,
  type ChannelRendering,
  type Renderings,
  type WholeRendering,
} from '../../src/areas/meetings/contract.ts';
import { problems } from '../../src/perform/problem.ts';
import { kindsForChannels } from '../../src/areas/meetings/rules.ts';

const channels: readonly MeetingChannel[] = [
  {
    ...{ id: 'ch1', teamName: 'Safeguarding team', name: 'Triage', membership: 'standard' },
    ...{ audience: 'safeguarding-team', status: 'in-use' },
  },
  {
    ...{
      id: 'ch2',
      teamName: 'Pastoral and attendance across both sites',
      name: 'With early help',
      membership: 'shared',
    },
    ...{ audience: 'pastoral', status: 'in-use' },
  },
  {
    ...{ id: 'ch3', teamName: 'All staff', name: 'Briefings', membership: 'standard', audience: 'staff' },
    status: 'in-use',
  },
];
const quiet = (name: string): ChannelReader => ({ name, flags: [] });
const readers: Readonly<Record<string, readonly ChannelReader[]>> = {
  ch1: ['Priya Raman', 'Tom Whitlock', 'Sheila Brandt', 'Margaret Eaves'].map(quiet),
  ch2: [
    quiet('Kayleigh Marsh'),
    { name: 'Ama Boateng (Westmarch early help)', flags: ['guest', 'outsider', 'audience'] },
    { name: 'Daniel Osei', flags: ['audience'] },
    quiet('Priya Raman'),
  ],
  ch3: [quiet('Priya Raman'), { name: 'Robbie Tait', flags: ['audience'] }, quiet('Daniel Osei')],
};

const action = { id: 'a1', ownerName: 'Tom Whitlock', dueOn: '2026-12-18', status: 'open' } as const;
const done = { id: 'a2', ownerName: 'Kayleigh Marsh', dueOn: '2026-12-04', status: 'verified' } as const;
const rendering: ChannelRendering = {
  ...{ kind: 'safeguarding-team', heading: 'Safeguarding team', heldOn: '2026-11-26' },
  points: [
    {
      heading: 'New since the last meeting',
      decision: 'Child A comes to breakfast club from Monday. Her form tutor sees her each morning.',
      actions: [
        { ...action, what: 'Ring the mother of Child A and ask about mornings' },
        { ...done, what: 'Find Child B a quiet place at lunch' },
      ],
    },
    { heading: 'Training and policy', decision: 'All staff read the new part one by Friday.', actions: [] },
  ],
};
const whole = (first: string, second: string): WholeRendering => ({
  ...{
    kind: 'safeguarding-team',
    heading: 'Safeguarding team',
    heldOn: '2026-11-26',
    addenda: [],
    contributions: [],
    names: [],
  },
  points: [
    {
      ...{ id: 'p1', heading: 'New since the last meeting' },
      ...{ discussion: `${first} came without a coat again. ${second} has been kind to her.` },
      ...{ decision: `${first} comes to breakfast club from Monday.`, childView: '“I like the toast.”' },
      actions: [{ ...action, what: `Ring ${first}’s mother and ask about mornings` }],
    },
    { id: 'p2', heading: 'Training and policy', decision: 'All staff read the new part one by Friday.', actions: [] },
  ],
});
const renderings: Renderings = {
  full: whole('Ellie Marsden', 'Mia Hughes'),
  attendees: whole('Ellie Marsden', 'another child'),
  channel: {
    ...{ rendering, digest: 'd'.repeat(64), names: [] },
    dropped: [{ kind: 'rare-name', point: 'p3' }],
  },
};
const faultOf = (id: string) => (id === 'ch2' ? 'guest' : id === 'ch3' ? 'audience' : undefined);

/** What stands in the channel of Priya’s window, two pages of it; in Daniel’s nothing is set up, and everywhere else nobody sits. */
const minutes: readonly MinutesInChannel[] = [
  {
    ...{ post: 'po5', sentAt: '2026-11-26T16:10:00.000Z', link: 'https://lantern.example/meeting-g4', rendering },
    added: { times: 2, lastAt: '2026-12-01T09:05:00.000Z' },
  },
  { post: 'po4', sentAt: '2026-11-19T16:02:00.000Z', link: 'https://lantern.example/meeting-g3' },
  {
    ...{ post: 'po6', sentAt: '2026-11-18T16:02:00.000Z', link: 'https://lantern.example/meeting-g5' },
    rendering: { kind: 'pastoral', heading: 'Pastoral', heldOn: '2026-11-18', points: [] },
  },
];
const older: MinutesInChannel = {
  ...{ post: 'po3', sentAt: '2026-11-12T16:00:00.000Z', link: 'https://lantern.example/meeting-g2' },
  rendering: {
    ...{ kind: 'safeguarding-team', heading: 'Safeguarding team', heldOn: '2026-11-12' },
    points: [
      {
        heading: 'Matters arising',
        actions: [
          {
            id: 'a3',
            what: 'Ask the nurse about Child C',
            ownerName: 'Sheila Brandt',
            dueOn: '2026-12-04',
            status: 'accepted',
          },
          {
            id: 'a4',
            what: 'Find a reading partner',
            ownerName: 'Zoe Lund',
            dueOn: '2026-12-04',
            status: 'cancelled-reasoned',
          },
        ],
      },
    ],
  },
};
const minutesIn: Readonly<Record<string, ChannelMinutes>> = {
  'channel-triage-priya': { setUp: true, minutes, next: 'po4' },
  'channel-triage-daniel': { setUp: false, minutes: [] },
};
const newPost = {
  rev: 1,
  state: 'queued' as const,
  ...{ addendum: false, askedByName: 'Priya Raman' },
  ...{ askedAt: '2026-12-10T08:00:00.000Z', maySettle: true },
};
const bulletin: Bulletin = {
  ...{ id: 'b1', heading: 'Keeping Children Safe in Education: what has changed', readBy: '2026-12-18' },
  words:
    'Part one has changed in three places.\n\nRead it before the end of term, and ask Tom or me if anything is not clear.',
  policyUrl: 'https://harrowmere.example/policies/keeping-children-safe-in-education-2026.pdf',
  ...{ sentByName: 'Priya Raman', sentAt: '2026-12-09T08:10:00.000Z' },
};

/** Channels from memory; invented. One is well, in one sits a guest, in one somebody for whom it is not. */
export function serveStubChannels(app: Express): void {
  let posts: readonly ChannelPostItem[] = [
    {
      ...{ id: 'po1', rev: 3, channelOf: 'ch9', channelName: 'Leads', state: 'in-doubt', addendum: false },
      ...{ askedByName: 'Priya Raman', askedAt: '2026-12-10T07:40:00.000Z', maySettle: true },
    },
  ];
  let bulletins: readonly BulletinPostItem[] = [
    {
      ...{ ...newPost, id: 'bo1', channelOf: 'ch9', channelName: 'All staff', state: 'sent', maySettle: false },
      inChannel: { people: 41, read: 12 },
    },
  ];
  let setUp: ChannelDesk['channels'][number]['setUp'] = [];
  app.get(paths.channels, (_request, response) => {
    const [triage, shared] = channels;
    const desk: ChannelDesk = {
      ...{ kinds: kindsForChannels, schools: [{ id: 'harrowmere', name: 'Harrowmere Academy' }] },
      channels: [
        { ...{ channel: '19:a', teamName: triage!.teamName, name: 'General', membership: 'standard' }, setUp },
        {
          ...{ channel: '19:b', teamName: shared!.teamName, name: shared!.name, membership: 'shared' },
          setUp: [
            {
              ...{ school: 'harrowmere', audience: 'pastoral', status: 'removed', by: 'Tom Whitlock' },
              kinds: ['pastoral', 'attendance-panel'],
            },
          ],
        },
      ],
    };
    response.json(desk);
  });
  app.post(paths.channels, (request: Request, response) => {
    const { school, audience, kinds } = request.body as ConfigureChannelRequest;
    setUp = [{ school, audience, kinds, status: 'in-use', by: 'Priya Raman' }];
    response.json({ channel: 'ch1' });
  });
  app.get(paths.minutes, (request: Request<{ channel: string }>, response) => {
    const found = minutesIn[request.params.channel];
    if (!found) response.status(404).json({ code: 'not-found', message: problems['not-found'] });
    else response.json(request.query['before'] === 'po4' ? { setUp: true, minutes: [older] } : found);
  });
  app.get(paths.ofMeeting, (_request, response) => response.json({ channels, posts }));
  app.get(meetingPaths.renderings, (_request, response) => response.json(renderings));
  app.get(paths.preview, (request, response) => {
    const id = request.params.channel ?? '';
    const fault = faultOf(id);
    const card = minutesCard({ rendering, link: 'https://lantern.example/meeting-g4', seal: () => ({}) });
    const preview: PostPreview = {
      ...{ rendering, digest: 'd'.repeat(64), card, readers: readers[id] ?? [] },
      ...(fault && { fault }),
    };
    response.json(preview);
  });
  app.post(paths.post, (request: Request<{ channel: string }>, response) => {
    const { form } = request.body as PostMinutesRequest;
    const channel = channels.find(({ id }) => id === request.params.channel);
    posts = [{ ...newPost, id: form, channelOf: channel?.id ?? '', channelName: channel?.name ?? '' }, ...posts];
    response.json({ post: form });
  });
  app.get(paths.ofBriefing, ({ params }, response) => {
    const answer: BriefingChannels = {
      ...{ channels, mayPost: params.id !== 'b4' },
      posts: params.id === 'b1' ? bulletins : [],
    };
    response.json(answer);
  });
  app.get(paths.previewBulletin, ({ params }, response) => {
    const people = (readers[params.channel] ?? []).map(({ name, flags }) => ({
      ...{ name, flags: flags.filter((flag) => flag === 'guest' || flag === 'outsider') },
    }));
    const preview: BulletinPreview = {
      ...{ digest: 'b'.repeat(64), card: bulletinCard({ bulletin, confirm: {} }), readers: people },
      strangers: people.filter(({ flags }) => flags.length > 0).length,
    };
    response.json(preview);
  });
  app.post(paths.postBulletin, (request: Request<{ channel: string }>, response) => {
    const { form } = request.body as PostBulletinRequest;
    const channel = channels.find(({ id }) => id === request.params.channel);
    bulletins = [
      { ...newPost, id: form, channelOf: channel?.id ?? '', channelName: channel?.name ?? '' },
      ...bulletins,
    ];
    response.json({ post: form });
  });
  app.post(paths.settle, (request: Request<{ id: string }>, response) => {
    const { step } = request.body as SettlePostRequest;
    const state = step === 'found' ? 'sent' : step === 'withdraw' ? 'withdrawn' : 'failed';
    posts = posts.map((post) =>
      post.id === request.params.id
        ? { ...post, state, maySettle: false, rev: post.rev + 1, ...(state === 'failed' && { fault: 'not-there' }) }
        : post,
    );
    response.json(null);
  });
}
