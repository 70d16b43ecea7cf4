import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { listChannelPosts } from '../../../src/areas/channels/views.ts';
import { createPosting } from '../../../src/jobs/post-to-channel.ts';
import { channelScene } from '../../support/channel-scene.ts';
import { people, startKernel, tenant } from '../../support/kernel.ts';
import { listening } from '../../support/listening.ts';
import { needToKnowScene } from '../../support/need-to-know-scene.ts';
import { publishedMeeting } from '../../support/published-meeting.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const program = fileURLToPath(new URL('../../support/dying-poster.ts', import.meta.url));
const now = () => '2026-12-10T09:30:00.000Z';

/** A process posts; `heard` decides what Teams does when the call comes. @returns what the next process makes of it */
async function postIn(heard: (die: () => void, answer: (status: number) => void) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-post-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const scene = await needToKnowScene({ folder, now });
  const channel = await channelScene(scene);
  const meeting = await publishedMeeting(scene);
  const asked = await channel.post(meeting);
  if (!asked.ok) throw new Error(JSON.stringify(asked.problem));
  scene.close('keep');

  let calls = 0;
  const teams = await listening(
    createServer((_request, response) => {
      calls += 1;
      heard(
        () => child.kill('SIGKILL'),
        (status) => response.writeHead(status).end(),
      );
    }),
  );
  onTestFinished(() => teams.close());
  const arguments_ = ['--import', 'tsx', program, folder, asked.answer.post, teams.origin];
  const child = spawn(process.execPath, arguments_, { stdio: ['ignore', 'ignore', 'inherit'] });
  await once(child, 'exit');

  const kernel = await startKernel({ folder, now });
  onTestFinished(() => kernel.close('keep'));
  const next = createPosting({
    ...{ ...kernel, log: recordedLog().log, cardOf: () => ({}) as never, bulletinCard: () => ({}) as never },
    bulletinOf: async () => undefined,
    renderingOf: async () => channel.seen.rendering,
    channels: { ...channel.channels, post: async () => ((calls += 1), { outcome: 'delivered', activityId: 'again' }) },
  });
  for (let time = 0; time < 2; time++) await next.carryOut(tenant, asked.answer.post);
  const posts = await kernel.read(listChannelPosts, people.priya, { id: meeting });
  return { calls, states: posts.ok ? posts.answer.answer.map(({ state }) => state) : posts.problem.code };
}

it('a process that is killed while Teams has its call posts once: the next leaves it to a person', async () => {
  expect(await postIn((die) => die())).toEqual({ calls: 1, states: ['in-doubt'] });
}, 60_000);

it('a process that lives posts once too, and the next has nothing left to do', async () => {
  expect(await postIn((_die, answer) => answer(201))).toEqual({ calls: 1, states: ['sent'] });
}, 60_000);
