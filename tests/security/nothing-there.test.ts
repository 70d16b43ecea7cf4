import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZodType } from 'zod';
import type { Identity } from '../../src/access/types.ts';
import { channelPaths } from '../../src/areas/channels/contract.ts';
import { filePaths } from '../../src/areas/files/contract.ts';
import { meetingPaths } from '../../src/areas/meetings/contract.ts';
import type { Route } from '../../src/http/route.ts';
import { ofAreas } from '../support/all-routes.ts';
import { said } from '../support/files-scene.ts';
import { newForm, people } from '../support/kernel.ts';
import { leila, outsiderScene, type OutsiderScene } from '../support/outsider-scene.ts';
import { plausibleInput } from '../support/plausible-input.ts';

let scene: OutsiderScene;
beforeAll(async () => {
  scene = await outsiderScene();
  // Tom leads, and may see nothing of Ellie.
  expect(await scene.keep(people.tom, scene.child('Ellie Marsden'))).toBe('done');
}, 60_000);
afterAll(() => scene?.end());

const { daniel, priya, tom, zoe, kayleigh, stranger } = people;

/** Who may see nothing of a kind of record. Zoe and Priya are whom two of the matters are about; Leila is whom the third is. */
const outsiders: Readonly<Record<string, readonly Identity[]>> = {
  concerns: [zoe, leila, stranger],
  misfiled: [zoe, leila, kayleigh, stranger],
  children: [zoe, leila, tom, stranger],
  actions: [zoe, leila, tom, stranger],
  routed: [zoe, leila, stranger],
  documents: [zoe, leila, tom, stranger],
  uploads: [zoe, leila, tom, stranger],
  // Daniel was asked to it, and no more.
  meetings: [zoe, leila, tom, daniel, kayleigh, stranger],
  letters: [zoe, leila, tom, daniel, kayleigh, stranger],
  // Kayleigh was given the child's concern, and does not speak for the school.
  contributions: [zoe, leila, tom, daniel, kayleigh, stranger],
  // Daniel was asked to read it: he reads it, and nothing more.
  briefings: [zoe, leila, kayleigh, stranger],
  procedures: [zoe, leila, daniel, kayleigh, stranger],
  'channel-posts': [zoe, leila, tom, daniel, kayleigh, stranger],
  'need-to-know': [zoe, leila, stranger],
  'staff-concerns': [zoe, leila, priya, tom, kayleigh, stranger],
};
/** Whoever has a role at the school may look agencies and roles up: they are no secret. */
const noSecret = ['agencies', 'roles'];

/** What is not there, and an upload that is nobody's any more. */
const shut = [404, 410];
const empty = ['[]', '{"items":[]}', '{"about":[],"named":[],"more":false}'];

const kindOf = (path: string) => path.split('/')[2] ?? '';
const secret = Object.values(ofAreas)
  .flat()
  .filter(({ path }) => path.includes(':id') && !noSecret.includes(kindOf(path)));

/** A body that the route takes; what is in it does not matter, for nobody gets so far. */
function bodyOf(route: Route): object | undefined {
  if (route.method !== 'post') return undefined;
  if ('view' in route) return plausibleInput(route.view.params as ZodType);
  if ('useCase' in route) return { ...plausibleInput(route.useCase.input as ZodType), form: newForm() };
  const bodies: Readonly<Record<string, object>> = {
    [filePaths.begin]: { name: 'letter.pdf', size: 4, form: newForm() },
    [filePaths.goOn]: { upto: 4, beginning: '0'.repeat(64) },
    [filePaths.finish]: { ...said, form: newForm() },
    [filePaths.discard]: {},
    [meetingPaths.outside]: { invitation: '1'.repeat(32), form: newForm() },
    [channelPaths.postBulletin]: { digest: 'd'.repeat(64), form: newForm() },
    [channelPaths.post]: { digest: 'd'.repeat(64), form: newForm() },
  };
  return bodies[route.path];
}

async function ask(who: string, route: Pick<Route, 'method' | 'path'>, id: string, body: object | undefined) {
  const answer = await fetch(scene.api.origin + route.path.replace(':id', id), {
    method: route.method.toUpperCase(),
    headers: {
      authorization: who,
      ...(body && { 'content-type': 'application/json' }),
      ...(route.method === 'put' && { 'content-type': 'application/octet-stream', 'content-range': 'bytes 0-3/4' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    ...(route.method === 'put' && { body: 'abcd' }),
  });
  const text = await answer.text();
  const headers = [...answer.headers].filter(([name]) => name !== 'date');
  return { status: answer.status, headers, text };
}

describe('whoever may not see it gets the same answer, to the byte, as for what is nowhere, and the store is asked the same', () => {
  it('is tried at every address of a record there is', () => {
    expect(secret.length).toBeGreaterThan(50);
    expect([...new Set(secret.map(({ path }) => kindOf(path)))].sort()).toEqual(Object.keys(outsiders).sort());
    const mounted = new Set(scene.routes.map(({ method, path }) => `${method} ${path}`));
    expect(secret.filter(({ method, path }) => !mounted.has(`${method} ${path}`))).toEqual([]);
  });

  it.each(secret.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', async (_name, route) => {
    const kind = kindOf(route.path);
    for (const who of outsiders[kind] ?? []) {
      const token = await scene.token(who);
      const body = bodyOf(route);
      for (const id of scene.there[kind] ?? []) {
        const real = await scene.counted(() => ask(token, route, id, body));
        const none = await scene.counted(() => ask(token, route, newForm(), body));
        expect(real, `${who.name} asks for ${kind}`).toEqual(none);
        // A list that is empty for everybody says no more than that there is none.
        expect(shut.includes(real.answer.status) || empty.includes(real.answer.text), real.answer.text).toBe(true);
      }
    }
  });

  it('whoever may is answered: what was asked for is there', async () => {
    const [lead, head] = [await scene.token(scene.insiders.lead), await scene.token(scene.insiders.head)];
    for (const [path, who] of [
      ['/api/concerns/:id', lead],
      ['/api/misfiled/:id', lead],
      ['/api/children/:id', lead],
      ['/api/documents/:id/content', lead],
      ['/api/uploads/:id', lead],
      ['/api/meetings/:id', lead],
      ['/api/staff-concerns/:id', head],
    ] as const) {
      const id = scene.there[kindOf(path)]?.[0] ?? '';
      expect((await ask(who, { method: 'get', path }, id, undefined)).status, path).toBe(200);
    }
  });
});

describe('a button of a card that was genuine once', () => {
  const buttons = [
    ['take-concern', 'concerns'],
    ['show-child', 'concerns'],
    ['hide-child', 'concerns'],
    ['resolve-child', 'concerns'],
    ['open-action', 'actions'],
    ['accept-action', 'actions'],
    ['complete-action', 'actions'],
    ['take-concern', 'staff-concerns'],
    ['open-action', 'staff-concerns'],
  ] as const;

  it.each(buttons)('%s on one of the %s says the same as on none', async (verb, kind) => {
    for (const actor of outsiders[kind] ?? []) {
      for (const id of scene.there[kind] ?? []) {
        const press = (about: string) => {
          const data = { ...scene.seals.seal(actor, verb, about), child: newForm(), note: 'Done.' };
          return scene.bot.handle({ kind: 'action', actor, conversation: 'personal', verb, data });
        };
        const real = await scene.counted(() => press(id));
        expect(real, actor.name).toEqual(await scene.counted(() => press(newForm())));
        expect(real.questions.length).toBeGreaterThan(0);
        expect(real.answer.kind).toBe('text');
      }
    }
  });
});

describe('the work it makes', () => {
  /** Of many rounds those that nothing disturbed: on a shared machine the others say what else it did. */
  const undisturbed = (times: readonly number[]) =>
    [...times].sort((a, b) => a - b)[Math.floor(times.length / 10)] ?? 0;
  const rounds = 50;
  const inOne = 4;
  /** More than the same question twice differs. That the store is asked nothing more is proved above, by counting. */
  const noise = 1.4;

  it.each([
    ['get', '/api/concerns/:id'],
    ['get', '/api/children/:id'],
    ['get', '/api/documents/:id/content'],
    ['get', '/api/staff-concerns/:id'],
    ['post', '/api/staff-concerns/:id/take'],
  ] as const)('is the same, so that no watch tells more: %s %s', { timeout: 60_000 }, async (method, path) => {
    const route = secret.find((one) => one.method === method && one.path === path)!;
    const token = await scene.token(zoe);
    const id = scene.there[kindOf(path)]?.[0] ?? '';
    const spent: { readonly real: number[]; readonly none: number[] } = { real: [], none: [] };
    const measure = async (of: keyof typeof spent) => {
      const before = process.cpuUsage();
      for (let n = 0; n < inOne; n += 1) await ask(token, route, of === 'real' ? id : newForm(), bodyOf(route));
      const { user, system } = process.cpuUsage(before);
      spent[of].push(user + system);
    };
    for (let round = 0; round < rounds; round += 1) {
      // The second of a pair finds everything warm: each is as often the second.
      await measure(round % 2 === 0 ? 'real' : 'none');
      await measure(round % 2 === 0 ? 'none' : 'real');
    }
    const ratio = undisturbed(spent.real) / undisturbed(spent.none);
    expect(ratio).toBeLessThan(noise);
    expect(ratio).toBeGreaterThan(1 / noise);
  });
});
