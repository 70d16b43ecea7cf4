import type { HealthLine } from '../../src/areas/settings/contract.ts';
import { doctorScenes, type DoctorScene } from '../support/doctor-scene.ts';
import type { Measured } from './figure.ts';
import type { PlantedFault } from './planted-fault.ts';
import { plantedFaults } from './planted-faults.ts';
import type { Planted } from './planting.ts';

export interface DoctorOptions {
  readonly faults?: readonly PlantedFault[];
  /** Changes what the doctor says, to see that it is noticed. */
  readonly around?: (lines: readonly HealthLine[]) => readonly HealthLine[];
}

const complaints = (lines: readonly HealthLine[]) =>
  lines.filter(({ state }) => state === 'fault' || state === 'warning');

/** Faults planted one by one in a real local tenant and data folder: how many the doctor names, each in exactly one line. */
export async function measureDoctorFaults({
  faults = plantedFaults,
  around = (lines) => lines,
}: DoctorOptions = {}): Promise<Measured> {
  const scenes = await doctorScenes();
  const within = async <T>(work: (scene: DoctorScene) => Promise<T>): Promise<T> => {
    const scene = await scenes.open();
    try {
      return await work(scene);
    } finally {
      await scene.close();
    }
  };
  try {
    const healthy = await within(async (scene) => complaints(around(await scene.examine())));
    const rounds = [];
    for (const { name, check, says, plant } of faults) {
      const lines = await within(async (scene) => {
        const planted = (await plant(scene)) as Planted | undefined;
        return complaints(around(await scene.examine(planted ?? {})));
      });
      const [line] = lines;
      const named = lines.length === 1 && line?.check === check && says.test(line.says);
      rounds.push({ name, named, lines });
    }
    const found = rounds.filter(({ named }) => named).length;
    const unnamed = rounds.filter(({ named }) => !named).map(({ name }) => name);
    const why = [
      ...(healthy.length > 0 ? [`a healthy one was complained of: ${healthy.map(({ says }) => says).join(' ')}`] : []),
      ...(unnamed.length > 0 ? [`not named, or not alone: ${unnamed.join('; ')}`] : []),
    ].join('. ');
    return {
      figures: [
        {
          metric: 'doctor.faults_found',
          value: found,
          unit: `planted faults named by one line, of ${rounds.length}`,
          yardstick: null,
          ratio: null,
          ...(why !== '' && { why }),
        },
      ],
      rounds: { healthy, rounds },
    };
  } finally {
    await scenes.close();
  }
}
