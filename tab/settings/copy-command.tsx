import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Checkmark20Regular, Copy20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useAnnounce } from '../components/announcer.tsx';

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
  copied: 'The command is copied.',
  selected: 'The command is selected. Copy it with Ctrl and C, on a Mac with ⌘ and C.',
} as const;

/** A command of a mend, and a button that copies it. Teams may keep a tab from the clipboard: then it is selected. */
export function CopyCommand({ command }: { readonly command: string }) {
  const styles = useStyles();
  const announce = useAnnounce();
  const code = useRef<HTMLElement>(null);
  const [ended, setEnded] = useState<keyof typeof said>();
  const copy = async () => {
    const how = await navigator.clipboard.writeText(command).then(
      () => 'copied' as const,
      () => 'selected' as const,
    );
    if (how === 'selected' && code.current) getSelection()?.selectAllChildren(code.current);
    setEnded(how);
    announce(said[how]);
  };
  return (
    <div className={styles.row}>
      <code ref={code} className={styles.code}>
        {command}
      </code>
      <Button
        size="small"
        icon={ended === 'copied' ? <Checkmark20Regular /> : <Copy20Regular />}
        onClick={() => void copy()}
        aria-label={`Copy the command ${command}`}
      >
        {ended === 'copied' ? 'Copied' : 'Copy'}
      </Button>
      {ended === 'selected' && <span>{said.selected}</span>}
    </div>
  );
}
