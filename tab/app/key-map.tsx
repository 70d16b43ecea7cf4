import { useState } from 'react';
import { useNavigate } from 'react-router';
import { deskViews } from '../../src/areas/desk/contract.ts';
import { useNames } from '../components/child-name.tsx';
import { KeyHelp } from './key-help.tsx';
import { keepKeys, wantsKeys } from './keys-setting.ts';
import { useKeys } from './use-keys.ts';

/** The keys of the desk, and the list of them that `?` opens. They can be turned off (WCAG 2.1.4). */
export function KeyMap({ views }: { readonly views: readonly string[] }) {
  const navigate = useNavigate();
  const [helps, setHelps] = useState(false);
  const [on, setOn] = useState(wantsKeys);
  const offered = deskViews.filter(({ id }) => views.includes(id));
  const ways = offered.map(({ keys, path }) => [keys, () => void navigate(path)] as const);
  const search = () => document.querySelector<HTMLElement>('main input[type="search"]')?.focus();
  const names = useNames();
  const turnNames = () => (names.hidden ? names.show() : names.hide());
  useKeys({ ...Object.fromEntries(ways), '/': search, h: turnNames, '?': () => setHelps(true) }, on);
  const turn = (wanted: boolean) => {
    keepKeys(wanted);
    setOn(wanted);
  };
  return <KeyHelp views={offered} open={helps} show={setHelps} on={on} turn={turn} />;
}
