import { Badge } from '@fluentui/react-components';
import { PersonQuestionMark16Regular, PersonSubtract16Regular } from '@fluentui/react-icons';
import type { ConcernItem } from '../../src/areas/concerns/contract.ts';
import { childState as words } from '../../src/areas/concerns/fields.ts';

/** Says that the name is only what the reporter wrote; nothing where the child is known. */
export function ChildMark({ childState }: { readonly childState: ConcernItem['childState'] }) {
  if (childState === 'resolved') return null;
  const icon = childState === 'unresolved' ? <PersonQuestionMark16Regular /> : <PersonSubtract16Regular />;
  return (
    <Badge appearance="outline" color="informative" icon={icon}>
      {words[childState] ?? childState}
    </Badge>
  );
}
