import { expect, it } from 'vitest';
import { measureDoctorFaults, type DoctorOptions } from './doctor-faults.ts';
import { judge, readGoals } from './figure.ts';
import { plantedFaults } from './planted-faults.ts';

/** A few of each kind: a change in SharePoint, a permission, a broken folder, a missing person. */
const some = plantedFaults.filter(({ check }) => ['indexes', 'permissions', 'data-key', 'telephone'].includes(check));
/** The goal for so many as are planted here. */
const goals = { ...readGoals(), 'doctor.faults_found': { atLeast: some.length } };

async function measure(more: DoctorOptions = {}) {
  const { figures } = await measureDoctorFaults({ faults: some, ...more });
  return figures.map((figure) => judge(figure, goals));
}

it('passes the doctor as it is, and at least thirty faults are planted', async () => {
  expect(plantedFaults.length).toBeGreaterThanOrEqual(30);
  expect(await measure()).toMatchObject([{ metric: 'doctor.faults_found', value: some.length, pass: true }]);
});

it('notices a doctor that leaves out a check', async () => {
  const [line] = await measure({ around: (lines) => lines.filter(({ check }) => check !== 'indexes') });
  expect(line).toMatchObject({ value: some.length - 1, pass: false });
});

it('notices a doctor that complains of everything', async () => {
  const [line] = await measure({
    faults: some.slice(0, 1),
    around: (lines) => lines.map((one) => ({ ...one, state: 'warning' as const })),
  });
  expect(line).toMatchObject({ value: 0, pass: false });
});
