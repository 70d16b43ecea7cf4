import type { PersonForRole, RoleDesk } from '../../src/areas/roles/contract.ts';

export interface RoleFormProps {
  readonly kind: 'give' | 'acting';
  /** Where one may do it. */
  readonly schools: RoleDesk['schools'];
  /** School days for which somebody may stand in. */
  readonly actingDays: number;
  readonly people: readonly PersonForRole[];
  readonly cancel: () => void;
  /** Called with what was done. */
  readonly done: (text: string) => void;
}
