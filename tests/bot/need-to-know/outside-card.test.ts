import { expect, it } from 'vitest';
import { outsideCard } from '../../../bot/outside/outside-card.ts';

const row = { id: 'o1', what: 'granted', subjectRef: null, concernId: null } as const;

it('a row about a single case that was typed into SharePoint is told of as that, and not as a role', () => {
  const card = JSON.stringify(outsideCard({ ...row, record: 'caseAccess', list: 'Need to know' }, undefined));
  expect(card).toContain('Who may see a case was changed outside Lantern');
  expect(card).toContain('Need to know');
  expect(card).not.toContain('role');
});

it('a role that was given there is told of as a role', () => {
  const card = JSON.stringify(outsideCard({ ...row, record: 'roleGrant', list: 'Roles' }, undefined));
  expect(card).toContain('A role was given outside Lantern');
});
