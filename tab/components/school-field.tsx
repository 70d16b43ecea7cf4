import { Field, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SchoolName } from '../../src/areas/people/contract.ts';

export interface SchoolFieldProps {
  readonly schools: readonly SchoolName[];
  readonly value: string;
  readonly change: (school: string) => void;
  /** Further options after the schools. */
  readonly children?: ReactNode;
}

/** For which school it is; nothing where there is only one. */
export function SchoolField({ schools, value, change, children }: SchoolFieldProps) {
  if (schools.length < 2) return null;
  return (
    <Field label="School" required>
      <Select value={value} onChange={(_, { value: school }) => change(school)}>
        {schools.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {children}
      </Select>
    </Field>
  );
}
