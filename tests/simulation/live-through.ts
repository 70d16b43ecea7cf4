import { badWeather, type Command } from './command.ts';
import type { History } from './history.ts';
import type { Bug } from './planted-bugs.ts';
import { runOf } from './run-of.ts';
import { simulatedSchool, unitsAMinute, type SimulatedSchool } from './simulated-school.ts';
import type { Template } from './template.ts';

/** What happens at once after a pick happens before the next: there is nothing but promises and turns of the event loop to wait for. */
const turnsToSettle = 5;
const settle = async () => {
  for (let n = 0; n < turnsToSettle; n++) await new Promise((resolve) => setImmediate(resolve));
};

/** Rounds until a run that does not come to rest is given up. The longest wait between two attempts is five minutes. */
const mostRounds = 400;

/**
 * One run: two schools live through what is commanded, then all heals and what waits is done.
 * @param seed of the run's own chance @param bug planted in the product
 */
export async function liveThrough(
  template: Template,
  seed: number,
  commands: readonly Command[],
  bug: Partial<Bug> = {},
): Promise<History> {
  const run = runOf(seed);
  const schools: SimulatedSchool[] = [];
  const shared = bug.crossed ? () => schools[1]?.graph : undefined;
  for (const n of [0, 1]) schools.push(await simulatedSchool(run, n, template.copy(), bug, shared));
  try {
    for (const command of commands) {
      await happen(command);
      await settle();
    }
    await heal();
    return {
      ...{ acts: run.acts, calls: run.calls, events: run.events, ceiling: unitsAMinute },
      remains: schools.map((school) => school.remains()),
    };
  } finally {
    for (const school of schools) school.close();
  }

  async function happen(command: Command): Promise<void> {
    const school = 't' in command ? schools[command.t] : schools[0];
    if (!school) return;
    switch (command.do) {
      case 'report':
        return school.clients.report(command.n, command.heard);
      case 'act':
        return school.clients.act(command.n, command.n, command.kind, command.heard);
      case 'twice':
        return school.clients.twice();
      case 'file':
        return school.filing[command.n % school.filing.length]?.begin();
      case 'deliver':
        return school.delivery.begin();
      case 'sync':
        return school.sync.begin();
      case 'pick':
        for (let time = 0; time < command.times; time++) {
          run.pending.pick(command.n + time);
          await settle();
        }
        return;
      case 'wait':
        run.forward(command.seconds);
        return run.pending.pass();
      case 'kill':
        return [...school.filing, school.delivery, school.sync][command.n % 4]?.dieAfter(command.awaits);
      case 'edit':
        return school.edit(command.n, command.kind);
      case 'spend':
        return school.spend(command.units);
      case 'weather':
        return school.tenant.faults.setRules(badWeather, command.seed);
    }
  }

  /** Everything is well from now on, and all that waits gets its time. */
  async function heal(): Promise<void> {
    run.note('all heals');
    for (const school of schools) {
      school.heal();
      await school.clients.finish();
    }
    for (let round = 0; round < mostRounds && unfinished(); round++) {
      for (const { filing, delivery } of schools) for (const worker of [...filing, delivery]) worker.begin();
      await pass();
    }
    // Whatever was edited in SharePoint is seen in the next look that comes to its end; one may have to wait for room.
    const rested = run.seconds();
    const unread = () => schools.filter(({ sync }) => !sync.readSince(rested));
    for (let round = 0; round < mostRounds && unread().length > 0; round++) {
      for (const { sync } of unread()) sync.begin();
      await pass();
    }
    for (let round = 0; round < mostRounds && schools.some(({ sync }) => sync.busy); round++) await pass();
  }

  /** Lets everything happen that can, and then twenty seconds pass. */
  async function pass(): Promise<void> {
    await settle();
    do {
      run.pending.pick(0);
      await settle();
    } while (run.pending.ready > 0);
    run.forward(20);
    run.pending.pass();
    await settle();
  }
  function unfinished(): boolean {
    return run.pending.size > 0 || schools.some((school) => school.waiting() > 0);
  }
}
