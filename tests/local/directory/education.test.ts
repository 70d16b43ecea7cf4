import { expect, it } from 'vitest';
import { castMember } from '../../../src/local/cast.ts';
import { classId } from '../../../src/local/directory/directory-data.ts';
import { namedRoll as roll } from '../../../src/local/trust/named-roll.ts';
import { aSharedTenant, type ReplyBody } from '../a-tenant.ts';
import { asApp } from '../as-app.ts';

const tenant = aSharedTenant();
const roster = () => asApp(tenant(), 'EduRoster.Read.All');

async function school(): Promise<string> {
  const { value } = (await roster()('GET', '/education/schools')).body;
  expect(value).toHaveLength(1);
  return value[0]!.id;
}
const byRole = ({ value }: ReplyBody, role: string) => value.filter((user) => user['primaryRole'] === role);

it('shows the school with its pupils and teachers, but neither a guest nor an administrator', async () => {
  const { body } = await roster()('GET', `/education/schools/${await school()}/users?$top=999`);
  const names = body.value.map((user) => user['displayName']);
  expect(names).toContain('Ellie Marsden');
  expect(byRole(body, 'teacher').map(({ id }) => id)).toContain(castMember('daniel').id);
  for (const absent of ['Sheila Brandt', 'Bola Adeniran (Brackenshire)', 'Gavin Tull'])
    expect(names).not.toContain(absent);
});

it('knows nothing of pupils without an account', async () => {
  const { body } = await roster()('GET', '/education/users?$top=999');
  const pupils = byRole(body, 'student');
  expect(pupils.length).toBe(roll.length - 4);
  expect(pupils.map((user) => user['displayName'])).not.toContain('Nell Finch');
});

it('tells pupils of one name apart by number and form', async () => {
  const { body } = await roster()('GET', '/education/users?$top=999');
  const mias = body.value.filter((user) => user['displayName'] === 'Mia Hughes');
  expect(new Set(mias.map((user) => user['userPrincipalName'])).size).toBe(2);
  expect(new Set(mias.map((user) => (user['student'] as { studentNumber: string }).studentNumber)).size).toBe(2);
  expect(mias[0]).toMatchObject({
    student: { grade: '9' },
    teacher: null,
    externalSource: 'sis',
    accountEnabled: true,
  });
});

it('shows classes with their teachers, who are members too', async () => {
  const { value } = (await roster()('GET', `/education/schools/${await school()}/classes`)).body;
  const seventh = value.find((one) => one['displayName'] === '7B');
  expect(seventh?.id).toBe(classId('7B'));
  const members = (await roster()('GET', `/education/classes/${classId('7B')}/members`)).body.value;
  const [teacher] = (await roster()('GET', `/education/classes/${classId('7B')}/teachers`)).body.value;
  expect(teacher?.['primaryRole']).toBe('teacher');
  expect(members.map(({ id }) => id)).toContain(teacher?.id);
  expect(members.map((user) => user['displayName'])).toEqual(
    expect.arrayContaining(['Ellie Marsden', 'Lily-Mae Dunmore']),
  );
});

it('has the same ids as people and groups have, so that one leads to the other', async () => {
  const [pupil] = byRole((await roster()('GET', '/education/users?$top=999')).body, 'student');
  const whole = asApp(tenant(), 'Directory.Read.All');
  expect((await whole('GET', `/users/${pupil!.id}`)).body['userPrincipalName']).toBe(pupil!['userPrincipalName']);
  expect((await whole('GET', `/groups/${classId('7B')}`)).body['groupTypes']).toEqual(['Unified']);
});

it('follows the roster by delta', async () => {
  const first = (await roster()('GET', '/education/users/delta?$top=999')).body;
  expect(first.value.length).toBe((await roster()('GET', '/education/users?$top=999')).body.value.length);
  const link = String(first['@odata.deltaLink']).replace('https://graph.microsoft.com/v1.0', '');
  expect((await roster()('GET', link)).body.value).toEqual([]);
});

it('asks for the roster permission: reading the whole directory is not enough', async () => {
  for (const roles of [['Directory.Read.All', 'User.Read.All'], ['Sites.Selected']]) {
    const { status, body } = await asApp(tenant(), ...roles)('GET', '/education/schools');
    expect([status, body.error.code]).toEqual([403, 'AccessDenied']);
  }
});

it.each(['/education/schools/none/users', '/education/classes/none/members', '/education/users/none'])(
  'answers 404 for %s',
  async (path) => {
    expect((await roster()('GET', path)).status).toBe(404);
  },
);

it('refuses what it does not model', async () => {
  expect((await roster()('GET', '/education/users?$expand=classes')).status).toBe(501);
});
