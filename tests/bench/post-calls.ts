import { configureChannel } from '../../src/areas/channels/configure-channel.ts';
import { bulletinFor, renderingFor } from '../../src/compose/open-channels.ts';
import { createChannelDesk } from '../../src/jobs/channel-desk.ts';
import { createPosting } from '../../src/jobs/post-to-channel.ts';
import type { Channels } from '../../src/ports/channels.ts';
import { openBotDoor, type ConnectorAnswer } from '../support/bot-door.ts';
import { channelScene, inTeams, triage } from '../support/channel-scene.ts';
import { newForm, people, school, tenant } from '../support/kernel.ts';
import { needToKnowScene } from '../support/need-to-know-scene.ts';
import { publishedMeeting } from '../support/published-meeting.ts';
import { recordedLog } from '../support/recorded-log.ts';
import type { Measured } from './figure.ts';

export interface PostCallsOptions {
  /** Stands between Lantern and Teams. */
  readonly around?: (channels: Channels) => Channels;
}

/** What Teams answers to the posts, one after the other; those above 499 leave in doubt whether it took them. */
const answers: readonly ConnectorAnswer[] = [
  { status: 201, body: { id: '1700' } },
  { status: 504 },
  { status: 201, body: { id: '1702' } },
  { status: 500 },
  { status: 413 },
  { status: 201, body: { id: '1705' } },
];
const members = [people.priya, people.tom].map(({ person, name }) => ({
  ...{ id: `29:${person}`, aadObjectId: person, name, tenantId: tenant, userRole: 'user' },
}));

/**
 * How many calls to Teams one post makes at most: through the real door and botbuilder, whatever Teams answers, and though each is
 * taken up again by another worker, as after a death.
 */
export async function measurePostCalls({ around = (channels) => channels }: PostCallsOptions = {}): Promise<Measured> {
  const scene = await needToKnowScene({ now: () => '2026-12-10T09:30:00.000Z' });
  const door = await openBotDoor({ channels: scene.channelReferences });
  const { log } = recordedLog();
  const counted: number[] = [];
  try {
    await channelScene(scene);
    const set = await scene.perform(
      configureChannel(triage),
      people.priya,
      { school, channel: inTeams, audience: 'safeguarding-team', kinds: ['taf'] },
      newForm(),
    );
    if (!set.ok) throw new Error(set.problem.code);
    const cardOf: Parameters<typeof createPosting>[0]['cardOf'] = () => ({
      ...{ type: 'AdaptiveCard', $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', version: '1.5' },
      body: [{ type: 'TextBlock', text: 'Minutes', wrap: true }],
    });
    const bulletins = { bulletinOf: bulletinFor(scene), bulletinCard: () => cardOf(people.priya, '', undefined) };
    const shared = {
      ...scene,
      channels: around(door.channels),
      renderingOf: renderingFor(scene),
      cardOf,
      log,
      ...bulletins,
    };
    const desk = createChannelDesk({ ...shared, references: scene.channelReferences, schools: [], linkOf: () => '' });
    for (const answer of answers) {
      const meeting = await publishedMeeting(scene);
      const digest = (await shared.renderingOf(people.priya, meeting))?.digest;
      door.answers.push({ status: 200, body: { members } }, { status: 200, body: { members } }, answer);
      const posted = await desk.post(people.priya, meeting, set.answer.channel, { form: newForm(), digest });
      if (!posted.ok) throw new Error(JSON.stringify(posted.problem));
      door.sent.length = 0;
      for (let worker = 0; worker < 3; worker++) await createPosting(shared).carryOut(tenant, posted.answer.post);
      counted.push(door.sent.filter(({ method, path }) => method === 'POST' && path.endsWith('/activities')).length);
      door.answers.length = 0;
    }
  } finally {
    await door.close();
    scene.close();
  }
  const [fewest, most] = [Math.min(...counted), Math.max(...counted)];
  const figure = { metric: 'minutes.post_calls', value: most, unit: 'calls', yardstick: null, ratio: null } as const;
  return { figures: [{ ...figure, range: [fewest, most] }], rounds: counted };
}
