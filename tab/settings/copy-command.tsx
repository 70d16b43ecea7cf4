import { CopyText } from '../components/copy-text.tsx';

/** A command of a mend, and a button that copies it. */
export const CopyCommand = ({ command }: { readonly command: string }) => (
  <CopyText text={command} what="command" label={`Copy the command ${command}`} />
);
