import { expect, it, vi } from 'vitest';
import { createCheckedAge } from '../../../tab/api/checked-age.ts';

function age() {
  let device = 1_000_000;
  const checked = createCheckedAge(() => device);
  return { checked, pass: (seconds: number) => (device += seconds * 1_000) };
}

it.each([
  ['4', 'Checked against SharePoint just now'],
  ['47', 'Checked against SharePoint 40 s ago'],
  ['190', 'Checked against SharePoint 3 min ago'],
  ['9000', 'Checked against SharePoint 2 h ago'],
  ['none', 'Checking against SharePoint …'],
  ['none late', 'Lantern cannot reach SharePoint to check what stands there.'],
  [
    '400 late',
    'Lantern could last check SharePoint 6 min ago. What somebody changed there since does not show here yet.',
  ],
  ['soon', ''],
])('says %s in words', (said, words) => {
  const { checked } = age();
  checked.heard(said);
  expect(checked.text()).toBe(words);
  expect(checked.late()).toBe(said.endsWith('late'));
});

it('grows older while nobody speaks, and tells when it was spoken to', () => {
  const { checked, pass } = age();
  const changed = vi.fn();
  const end = checked.subscribe(changed);
  checked.heard('5');
  expect(changed).toHaveBeenCalledTimes(1);
  pass(60);
  expect(checked.text()).toBe('Checked against SharePoint 60 s ago');
  checked.heard('nothing of the kind');
  expect(checked.text()).toBe('Checked against SharePoint 60 s ago');
  end();
});
