import { useState } from 'react';
import type { ChildRoleRequest } from '../../src/areas/concerns/contract.ts';
import { personRole, rollRoles } from '../../src/areas/concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useChildName } from '../components/child-name.tsx';
import type { ActFormProps } from './act-form-props.ts';
import { FormFrame } from './form-frame.tsx';
import { RoleSelect } from './role-select.tsx';
import { useConcernAct } from './use-concern-act.ts';

/** What the child of the report is in it. A role said before stays on record. */
export function ChildRoleForm({ concern, done, cancel }: ActFormProps) {
  const api = useApi();
  const shown = useChildName();
  const [role, setRole] = useState<ChildRoleRequest['role']>();
  const [asked, setAsked] = useState(false);
  const act = useConcernAct<Omit<ChildRoleRequest, 'form'>>(concern.id, (request) =>
    api.childRole(concern.id, request).then(() => done(`Saved: ${personRole[request.role]}, in this report.`)),
  );
  return (
    <FormFrame
      label={`Role of ${shown(concern.child)}`}
      save="Save the role"
      sending={act.sending}
      failure={act.failure}
      cancel={cancel}
      submit={() => {
        setAsked(true);
        if (role) act.press({ rev: concern.rev, role });
      }}
    >
      <RoleSelect roles={rollRoles} value={role} change={setRole} missing={asked && !role} />
    </FormFrame>
  );
}
