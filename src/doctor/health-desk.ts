import { z } from 'zod';
import type { Identity } from '../access/types.ts';
import type { HealthDesk } from '../areas/settings/contract.ts';
import type { HealthDoor } from '../areas/settings/routes.ts';
import { examineHealth, lookAtHealth } from '../areas/settings/views.ts';
import { invalidInput } from '../perform/invalid-input.ts';
import type { Result } from '../perform/problem.ts';
import type { Read } from '../perform/read.ts';
import type { Examinations } from './examinations.ts';

const request = z.strictObject({ form: z.string().regex(/^[0-9a-f]{32}$/) });

export interface HealthDeskParts {
  readonly read: Read;
  readonly examinations: Pick<Examinations, 'begin' | 'state'>;
  readonly schools: HealthDesk['schools'];
}

/** The tab's way to the doctor. Nothing is examined and nothing shown before `read` has found the right and written the journal. */
export function createHealthDesk({ read, examinations, schools }: HealthDeskParts): HealthDoor {
  async function look(identity: Identity): Promise<Result<HealthDesk>> {
    const named = schools.map(({ id, name }) => ({ id, name }));
    const shown = await read(lookAtHealth, identity, { ...examinations.state(), schools: named });
    return shown.ok ? { ok: true, answer: shown.answer.answer } : shown;
  }

  return {
    look,
    async lookAgain(identity, body) {
      const may = await read(examineHealth, identity, {});
      if (!may.ok) return may;
      const asked = request.safeParse(body);
      if (!asked.success) return invalidInput(asked.error);
      examinations.begin();
      return look(identity);
    },
  };
}
