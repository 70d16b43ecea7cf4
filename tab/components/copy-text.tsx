import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Checkmark20Regular, Copy20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useAnnounce } from './announcer.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  code: {
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
  },
});

const said = {
  copied: (what: string) => `The ${what} is copied.`,
  selected: (what: string) => `The ${what} is selected. Copy it with Ctrl and C, on a Mac with ⌘ and C.`,
} as const;

export interface CopyTextProps {
  readonly text: string;
  /** What it is: "command". */
  readonly what: string;
  /** What the button is called to whoever does not see what stands beside it. */
  readonly label: string;
}

/** A text, and a button that copies it. Teams may keep a tab from the clipboard: then it is selected. */
export function CopyText({ text, what, label }: CopyTextProps) {
  const styles = useStyles();
  const announce = useAnnounce();
  const code = useRef<HTMLElement>(null);
  const [ended, setEnded] = useState<keyof typeof said>();
  const copy = async () => {
    const how = await navigator.clipboard.writeText(text).then(
      () => 'copied' as const,
      () => 'selected' as const,
    );
    if (how === 'selected' && code.current) getSelection()?.selectAllChildren(code.current);
    setEnded(how);
    announce(said[how](what));
  };
  return (
    <div className={styles.row}>
      <code ref={code} className={styles.code}>
        {text}
      </code>
      <Button
        size="small"
        icon={ended === 'copied' ? <Checkmark20Regular /> : <Copy20Regular />}
        onClick={() => void copy()}
        aria-label={label}
      >
        {ended === 'copied' ? 'Copied' : 'Copy'}
      </Button>
      {ended === 'selected' && <span>{said.selected(what)}</span>}
    </div>
  );
}
