import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConcern } from '../../../src/areas/concerns/views.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { runSetUp } from '../../../src/jobs/run-set-up.ts';
import { readSetUpArguments } from '../../../src/jobs/set-up-arguments.ts';
import { createSetUpOrder } from '../../../src/jobs/set-up-order.ts';
import { newForm, people, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

const other = { id: 'elmbridge', name: 'Elmbridge College' };
const [ana, ben] = ['0a000000-0000-4000-8000-000000000001', '0a000000-0000-4000-8000-000000000002'];

let kernel: Kernel;
beforeEach(async () => {
  kernel = await startKernel({ otherSchools: [other.id] });
});
afterEach(() => kernel.close());

async function setUp(...args: readonly string[]) {
  const said: string[] = [];
  const schools = [{ id: 'harrowmere', name: 'Harrowmere Academy' }, other];
  const handle = createSetUpOrder({ ...kernel, tenant, schools });
  const here = () => Promise.resolve({ handle, close: () => Promise.resolve() });
  const done = await runSetUp(args, [], here, (text) => said.push(text));
  return { done, said: said.join('\n') };
}

const at = ['--school', other.id];
const first = [...at, '--dsl', `${ana}=Ana Lima`, '--telephone', '01632 960555'];

describe('the first people of a school', () => {
  it('are led by whoever is named: they see what is reported there from then on, and nobody else does', async () => {
    expect(await setUp(...first, '--head', `${ben}=Ben Achebe`)).toEqual({
      done: true,
      said: 'Elmbridge College has its first safeguarding leads, and one of them is on duty.',
    });
    const reporter = { tenant, person: ben, name: 'Ben Achebe', door: 'tab' as const };
    const report = { who: 'Ivy Brook', words: 'She had no lunch.', safeNow: 'yes', when: 'just now' } as const;
    const told = await kernel.perform(reportConcern, reporter, report, newForm());
    if (!told.ok) throw new Error(told.problem.code);
    const seenBy = async (person: string) =>
      (await kernel.read(readConcern, { tenant, person, name: 'A', door: 'tab' }, { id: told.answer.concern })).ok;
    expect(await seenBy(ana)).toBe(true);
    expect(await seenBy(ben)).toBe(false);
    expect(await seenBy(people.priya.person)).toBe(false);
  });

  it('are said once: who holds the machine cannot make a lead where there is one, and a second school goes on', async () => {
    expect(await setUp(...first)).toMatchObject({ done: true });
    const again = await setUp(...at, '--dsl', `${ben}=Ben Achebe`, '--telephone', '01632 960556');
    expect(again.done).toBe(false);
    expect(again.said).toContain('has safeguarding leads already');
    const late = await setUp('--school', 'harrowmere', '--dsl', `${ben}=Ben Achebe`, '--telephone', '01632 960556');
    expect(late.done).toBe(false);
    const { actor } = await kernel.actorOf({ tenant, person: ben, name: 'Ben Achebe', door: 'tab' });
    expect(actor.grants.map(({ role }) => role)).toEqual(['staff']);
  });

  it('need the school’s name where there are several', async () => {
    const { done, said } = await setUp('--dsl', `${ana}=Ana Lima`, '--telephone', '01632 960555');
    expect([done, said]).toEqual([false, 'Say for which school: --school harrowmere or elmbridge.']);
    expect((await setUp('--school', 'nowhere', ...first.slice(2))).done).toBe(false);
  });
});

describe('the arguments of the set-up command', () => {
  it('name people by object id and name, in any case of letters, with any role that can be granted', () => {
    const order = readSetUpArguments([
      ...['--dsl', `${ana.toUpperCase()}=Ana = Lima`, '--telephone', ' 01632 960555 '],
      ...['--deputy', `${ben}=Ben Achebe`, '--tenant-admin', `${ben}=Ben Achebe`],
    ]);
    expect(order).toEqual({
      command: 'set-up',
      roles: [
        { personId: ana, personName: 'Ana = Lima', role: 'dsl' },
        { personId: ben, personName: 'Ben Achebe', role: 'deputy' },
        { personId: ben, personName: 'Ben Achebe', role: 'tenant-admin' },
      ],
      duty: { personId: ana, personName: 'Ana = Lima', phone: '01632 960555' },
    });
  });

  it.each([
    [['--telephone', '1'], 'Say who leads'],
    [['--dsl', `${ana}=Ana Lima`], 'Say where who is on duty is reached'],
    [['--dsl', `${ana}=Ana Lima`, '--telephone', ' '], 'Say where who is on duty is reached'],
    [['--dsl', 'ana@school.example=Ana Lima', '--telephone', '1'], 'object id in Entra'],
    [['--dsl', `${ana}=`, '--telephone', '1'], 'object id in Entra'],
    [['--boss', `${ana}=Ana Lima`, '--telephone', '1'], 'Unknown option'],
  ])('say how they are meant: %j', (args, why) => {
    expect(() => readSetUpArguments(args)).toThrow(why);
    expect(() => readSetUpArguments(args)).toThrow('--tenant-admin');
  });
});
