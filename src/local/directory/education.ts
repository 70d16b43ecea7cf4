import { ok } from '../graph/answer.ts';
import { pageOf } from '../graph/collection-page.ts';
import { GraphFault } from '../graph/graph-fault.ts';
import { onlyOptions } from '../graph/known-options.ts';
import { option, selectFrom } from '../graph/query-option.ts';
import { holdsAny, type TenantCall } from '../graph/tenant-call.ts';
import type { Gate, TenantHandler } from '../tenant-route.ts';
import { classes, type SchoolClass } from './directory-data.ts';
import { peopleDelta } from './people-delta.ts';
import { onRoll, presentClass, presentRosterPerson, school } from './roster.ts';
import { directoryPage } from './users.ts';

/** Delegated permissions do not open the roster; of the application's, these. */
export const needsRoster: Gate = (call) => {
  if (!holdsAny(call, ['EduRoster.Read.All', 'EduRoster.ReadWrite.All']))
    throw new GraphFault(403, 'AccessDenied', 'Required claim values are not provided.');
};

const notThere = (what: string) => new GraphFault(404, 'NotFound', `${what} was not found.`);

function answerPage(call: TenantCall, context: string, type: string, all: readonly object[]) {
  onlyOptions(call.query, ['select', 'top', 'skiptoken']);
  const { items, link } = pageOf(call, all, directoryPage);
  const select = option(call.query, 'select');
  return ok({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${context}`,
    ...link,
    value: items.map((item) => selectFrom({ ...item }, select, type)),
  });
}

function answerOne(call: TenantCall, context: string, type: string, one: object) {
  onlyOptions(call.query, ['select']);
  const entity = { '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${context}/$entity`, ...one };
  return ok(selectFrom(entity, option(call.query, 'select'), type));
}

function checkSchool(call: TenantCall): void {
  if (call.params['school']?.toLowerCase() !== school.id) throw notThere('The school');
}

function classOf(call: TenantCall): SchoolClass {
  const found = classes.find(({ id }) => id === call.params['class']?.toLowerCase());
  if (!found) throw notThere('The class');
  return found;
}

/** `GET /education/schools`: https://learn.microsoft.com/graph/api/educationroot-list-schools */
export const getSchools: TenantHandler = (call) => answerPage(call, 'education/schools', 'educationSchool', [school]);

/** `GET /education/schools/{id}`: https://learn.microsoft.com/graph/api/educationschool-get */
export const getSchool: TenantHandler = (call) => {
  checkSchool(call);
  return answerOne(call, 'education/schools', 'educationSchool', school);
};

/** `GET /education/schools/{id}/users`: https://learn.microsoft.com/graph/api/educationschool-list-users */
export const getSchoolUsers: TenantHandler = (call, { directory }) => {
  checkSchool(call);
  const found = directory.people().filter(onRoll).map(presentRosterPerson);
  return answerPage(call, `education/schools('${school.id}')/users`, 'educationUser', found);
};

/** `GET /education/schools/{id}/classes`: https://learn.microsoft.com/graph/api/educationschool-list-classes */
export const getSchoolClasses: TenantHandler = (call) => {
  checkSchool(call);
  return answerPage(call, `education/schools('${school.id}')/classes`, 'educationClass', classes.map(presentClass));
};

/** `GET /education/classes/{id}`: https://learn.microsoft.com/graph/api/educationclass-get */
export const getClass: TenantHandler = (call) =>
  answerOne(call, 'education/classes', 'educationClass', presentClass(classOf(call)));

const inClass =
  (part: 'members' | 'teachers'): TenantHandler =>
  (call, { directory }) => {
    const { id } = classOf(call);
    const group = directory.group(id);
    const found = (group ? directory.members(group) : [])
      .flatMap((member) => directory.person(member) ?? [])
      .filter(({ education }) => part === 'members' || education?.role === 'teacher');
    return answerPage(call, `education/classes('${id}')/${part}`, 'educationUser', found.map(presentRosterPerson));
  };

/** `GET /education/classes/{id}/members`, teachers among them: https://learn.microsoft.com/graph/api/educationclass-list-members */
export const getClassMembers = inClass('members');
/** `GET /education/classes/{id}/teachers`: https://learn.microsoft.com/graph/api/educationclass-list-teachers */
export const getClassTeachers = inClass('teachers');

/** `GET /education/users`: https://learn.microsoft.com/graph/api/educationroot-list-users */
export const getRoster: TenantHandler = (call, { directory }) =>
  answerPage(call, 'education/users', 'educationUser', directory.people().filter(onRoll).map(presentRosterPerson));

/** `GET /education/users/delta`: https://learn.microsoft.com/graph/api/educationuser-delta */
export const getRosterDelta: TenantHandler = (call, { directory }) =>
  peopleDelta(
    call,
    directory,
    'education/users',
    (person, select) => selectFrom({ ...presentRosterPerson(person) }, select, 'educationUser'),
    onRoll,
  );

/** `GET /education/users/{id}`: https://learn.microsoft.com/graph/api/educationuser-get */
export const getRosterPerson: TenantHandler = (call, { directory }) => {
  const person = directory.person(call.params['user'] ?? '');
  if (!person || !onRoll(person)) throw notThere('The user');
  return answerOne(call, 'education/users', 'educationUser', presentRosterPerson(person));
};
