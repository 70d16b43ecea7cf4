import { Button, makeStyles } from '@fluentui/react-components';
import { createContext, use } from 'react';

export interface Names {
  readonly hidden: boolean;
  show(): void;
  hide(): void;
}

export const NamesContext = createContext<Names>({ hidden: false, show: () => undefined, hide: () => undefined });

/** Whether names of children are hidden, and what changes it. */
export const useNames = () => use(NamesContext);

/** What stands for a name while names are hidden. No initials: they and a year group would tell. */
export const hiddenName = 'Name hidden';

/** What stands for the names of some children while names are hidden, where they are told apart: "Child A". */
export const LabelsContext = createContext<ReadonlyMap<string, string>>(new Map());

/** A child's name as it may be seen now, for headings, labels and what a screen reader says. */
export function useChildName(): (name: string) => string {
  const { hidden } = useNames();
  const labels = use(LabelsContext);
  return (name) => (hidden ? (labels.get(name) ?? hiddenName) : name);
}

const useStyles = makeStyles({
  press: { font: 'inherit', color: 'inherit', minWidth: 0, textAlign: 'start', whiteSpace: 'normal' },
});

export interface ChildNameProps {
  readonly name: string;
  readonly className?: string | undefined;
  /** Where it lies in no link and no label: a press shows names. */
  readonly press?: true;
}

/** The one place where the name of a child is drawn, or of a parent, whose name is often the child's. */
export function ChildName({ name, className, press }: ChildNameProps) {
  const styles = useStyles();
  const { hidden, show } = useNames();
  const instead = use(LabelsContext).get(name) ?? hiddenName;
  if (!hidden) return <bdi className={className}>{name}</bdi>;
  if (!press) return <span className={className}>{instead}</span>;
  return (
    <Button
      appearance="outline"
      className={styles.press}
      onClick={() => {
        show();
        // This button is gone then; a keyboard goes on where names are hidden again.
        document.getElementById(namesSwitch)?.focus();
      }}
    >
      {instead} – press to show
    </Button>
  );
}

/** Id of the button that hides names and shows them. */
export const namesSwitch = 'names';
