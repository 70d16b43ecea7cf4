import type { HealthCheck } from '../../src/areas/settings/contract.ts';
import type { DoctorScene } from '../support/doctor-scene.ts';

/** Something that is made wrong on purpose, and what the doctor must say of it. */
export interface PlantedFault {
  readonly name: string;
  /** The one line that must name it. */
  readonly check: HealthCheck;
  readonly says: RegExp;
  /** What it changes beside tenant and folder, where it does. */
  plant(scene: DoctorScene): unknown;
}
