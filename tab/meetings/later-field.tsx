import { Checkbox } from '@fluentui/react-components';
import { counted } from './meeting-words.ts';

export interface LaterFieldProps {
  /** How many meetings of the series are to come after this one. */
  readonly later: number;
  readonly chosen: boolean;
  readonly choose: (chosen: boolean) => void;
}

/** Whether what is done to a meeting is done to all of its series that are to come after it; nothing where there is none. */
export function LaterField({ later, chosen, choose }: LaterFieldProps) {
  if (later === 0) return null;
  return (
    <Checkbox
      label={`Also the ${counted(later, 'later meeting', 'later meetings')} of this series`}
      checked={chosen}
      onChange={(_, { checked }) => choose(checked === true)}
    />
  );
}
