import { useMemo, type ReactNode } from 'react';
import type { MeetingChildItem } from '../../src/areas/meetings/contract.ts';
import { LabelsContext } from '../components/child-name.tsx';

export interface ChildLabelsProps {
  readonly items: readonly MeetingChildItem[];
  readonly children: ReactNode;
}

/** While names are hidden, the children of a meeting are told apart by its letters. Two of one name are not. */
export function ChildLabels({ items, children }: ChildLabelsProps) {
  const labels = useMemo(() => {
    const once = items.filter(({ name }) => items.filter((other) => other.name === name).length === 1);
    return new Map(once.map(({ name, label }) => [name, label]));
  }, [items]);
  return <LabelsContext value={labels}>{children}</LabelsContext>;
}
