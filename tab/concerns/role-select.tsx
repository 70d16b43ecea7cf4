import { Field, Select } from '@fluentui/react-components';
import { personRole } from '../../src/areas/concerns/fields.ts';

type Role = keyof typeof personRole;

export interface RoleSelectProps<R extends Role> {
  readonly roles: readonly R[];
  readonly value: R | undefined;
  readonly change: (role: R | undefined) => void;
  /** It was asked for and is missing. */
  readonly missing: boolean;
}

/** What somebody is in this report. Nothing is chosen beforehand: a role is a judgement. */
export function RoleSelect<R extends Role>({ roles, value, change, missing }: RoleSelectProps<R>) {
  return (
    <Field
      label="Role in this report"
      hint="It is said of this report only, and goes into no other."
      required
      {...(missing && { validationMessage: 'Choose the role.' })}
    >
      <Select value={value ?? ''} onChange={(_, { value: role }) => change(roles.find((one) => one === role))}>
        <option value="">Choose one</option>
        {roles.map((role) => (
          <option key={role} value={role}>
            {personRole[role]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
