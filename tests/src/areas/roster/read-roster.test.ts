import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../../src/areas/people/roster/read-roster.ts';
import type { RosterFile } from '../../../../src/areas/people/roster/rows.ts';
import { rosterFile, ukRoster } from '../../../support/roster-files.ts';

function read(files: readonly RosterFile[]) {
  const found = readRoster(files);
  if (!found.ok) throw new Error(found.why);
  return found;
}
const one = { id: '13', given: 'Zoë', family: 'Brôntë-Łuk', born: '2013-04-02', form: '7B' };
const pupil = (files: readonly RosterFile[]) => read(files).roster.pupils.map(({ row }) => row);

describe('School Data Sync, England', () => {
  it('gives children with year group, form and date of birth', () => {
    expect(read(ukRoster([one])).format).toBe('sds-uk');
    expect(pupil(ukRoster([one]))).toEqual([
      {
        ...{ file: 'Student.csv', line: 2, sourceId: '13', givenName: 'Zoë', familyName: 'Brôntë-Łuk' },
        ...{ birthDate: '2013-04-02', yearGroup: 'Year 7', formGroup: '7B' },
      },
    ]);
  });

  it('reads days before months when one date in the column can only be so, and guesses no date', () => {
    const born = (...dates: string[]) => {
      const pupils = dates.map((date, n) => ({ id: String(n), given: 'A', family: 'B', born: date }));
      const { roster } = read(ukRoster(pupils));
      return [roster.pupils.map(({ row }) => row.birthDate), roster.faults.map(({ line, column }) => [line, column])];
    };
    expect(born('02/04/2013', '23/04/2013')).toEqual([['2013-04-02', '2013-04-23'], []]);
    expect(born('02/04/2013', '04/23/2013')).toEqual([['2013-02-04', '2013-04-23'], []]);
    expect(born('02/04/2013', '03/03/2013')).toEqual([[undefined, '2013-03-03'], [[2, 'Birthdate']]]);
    expect(born('31/02/2013', 'soon')).toEqual([
      [undefined, undefined],
      [
        [2, 'Birthdate'],
        [3, 'Birthdate'],
      ],
    ]);
  });

  it('names a bad row by file, line and column, and takes the rest', () => {
    const files = ukRoster([one, { ...one, id: '14', family: '' }, { ...one, id: '15' }]);
    const { roster } = read(files);
    expect(roster.pupils.map(({ row }) => row.sourceId)).toEqual(['13', '15']);
    expect(roster.faults).toEqual([
      { file: 'Student.csv', line: 3, column: 'Last Name', why: 'The cell is empty, so the row was left out.' },
    ]);
    expect(roster.named).toEqual(['14']);
  });

  it('loses no other child to a quotation mark that is not closed, nor to a row with a comma too many', () => {
    const files = [
      ...ukRoster([one]).filter(({ name }) => name !== 'Student.csv'),
      rosterFile(
        'Student.csv',
        ...[
          'ID,School DfE Number,First Name,Last Name',
          '1,9990001,Ada,Lowe',
          '2,9990001,"Bea,Lowe',
          '3,9990001,Cy,Lowe',
        ],
        ...['4,9990001,Di,Lowe,extra', '5,9990001,"Ed, the', 'second",Lowe', '6,9990001,Flo,Lowe'],
        ...['7,9990001,Gus,Lowe', '8,9990001,Hal,Lowe', '9,9990001,Ida,Lowe'],
      ),
    ];
    const { roster } = read(files);
    expect(roster.pupils.map(({ row }) => row.sourceId)).toEqual(['1', '3', '5', '6', '7', '8', '9']);
    expect(roster.faults.map(({ line }) => line)).toEqual([3, 5]);
    expect(roster.unread).toBe(2);
  });
});

describe('encodings', () => {
  const [school, students, ...rest] = ukRoster([{ ...one, family: 'Brôntë' }]);
  if (!school || !students) throw new Error('no files');
  const text = new TextDecoder().decode(students.bytes);
  const wide = (bigEndian: boolean, mark: boolean) => {
    const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-8 with letters taken apart', Buffer.from(text.normalize('NFD'))],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['UTF-16 little-endian', wide(false, true)],
    ['UTF-16 big-endian', wide(true, true)],
    ['UTF-16 little-endian without a mark', wide(false, false)],
    ['UTF-16 big-endian without a mark', wide(true, false)],
    ['tabs, as a spreadsheet saves Unicode text', Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le')],
  ])('%s is read right', (_, bytes) => {
    expect(pupil([school, { name: 'Student.csv', bytes }, ...rest])).toMatchObject([
      { givenName: 'Zoë', familyName: 'Brôntë', birthDate: '2013-04-02' },
    ]);
  });
});

describe('School Data Sync 2.1', () => {
  const files = [
    rosterFile('orgs.csv', 'sourcedId,name,type,parentSourcedId', 't,Trust,district,', 's,Invented School,school,t'),
    rosterFile(
      'users.csv',
      'sourcedId,username,givenName,familyName,email,phone',
      ...[
        'p1,,Nan,Rook,,',
        'p2,,Sid,Rook,,',
        'c1,,Fay,Rook,fay@example.org,01632 960001',
        't1,ann@example.org,Ann,Teal,,',
      ],
      'n1,,No,Role,,',
    ),
    rosterFile(
      'roles.csv',
      'userSourcedId,orgSourcedId,role,grade',
      ...['p1,s,student,9', 'p2,s,student,07', 't1,s,teacher,'],
    ),
    rosterFile('classes.csv', 'sourcedId,orgSourcedId,title', 'k1,s,9C', 'k2,s,Physics'),
    rosterFile('enrollments.csv', 'classSourcedId,userSourcedId,role', 'k1,p1,student', 'k2,p1,student'),
    rosterFile(
      'relationships.csv',
      'userSourcedId,relationshipUserSourcedId,relationshipRole',
      'p1,c1,guardian',
      'p2,c1,aunt',
    ),
    rosterFile('demographics.csv', 'userSourcedId,birthDate', 'p1,2011-10-09'),
  ];

  it('gives children, staff and who belongs to whom', () => {
    const { format, roster } = read(files);
    expect(format).toBe('sds-2.1');
    expect(roster.pupils).toMatchObject([
      { org: 's', row: { sourceId: 'p1', yearGroup: 'Year 9', formGroup: '9C', birthDate: '2011-10-09' } },
      { org: 's', row: { sourceId: 'p2', yearGroup: 'Year 7' } },
    ]);
    expect(roster.staff).toMatchObject([{ org: 's', row: { name: 'Ann Teal', email: 'ann@example.org' } }]);
    expect(roster.contacts).toMatchObject([{ sourceId: 'c1', email: 'fay@example.org', phone: '01632 960001' }]);
    expect(roster.relationships).toMatchObject([
      { sourceId: 'p1', contact: 'c1', relationship: 'guardian' },
      { sourceId: 'p2', contact: 'c1', relationship: 'other' },
    ]);
    expect(roster.faults.map(({ file, line, column }) => [file, line, column])).toEqual([
      ['users.csv', 6, 'sourcedId'],
    ]);
  });
});

describe('OneRoster', () => {
  const orgs = rosterFile(
    'orgs.csv',
    'sourcedId,status,dateLastModified,name,type',
    's,active,,Invented School,school',
  );
  const classes = rosterFile('classes.csv', 'sourcedId,title,classType', 'k,Kestrels,homeroom');
  const enrolments = rosterFile(
    'enrollments.csv',
    'sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role',
    'e,k,s,p,student',
  );
  const births = rosterFile('demographics.csv', 'sourcedId,birthDate', 'p,2014-01-31');
  const child = {
    ...{ sourceId: 'p', givenName: 'Uma', familyName: 'Vane', yearGroup: 'Year 6', formGroup: 'Kestrels' },
    ...{ birthDate: '2014-01-31', upn: 'A123456789012' },
  };

  it('1.1: roles and schools stand with the user', () => {
    const { format, roster } = read([
      ...[orgs, classes, enrolments, births],
      rosterFile(
        'users.csv',
        'sourcedId,enabledUser,orgSourcedIds,role,userIds,givenName,familyName,agentSourcedIds,grades',
        ...[
          'p,true,s,student,{upn:A123456789012},Uma,Vane,"c,d",06',
          'c,true,s,parent,,Lou,Vane,,',
          'd,true,s,guardian,,Kit,Orr,,',
        ],
        ...['t,true,"s,x",teacher,,Pat,Ames,,', 'g,false,s,student,,Gone,Away,,'],
      ),
    ]);
    expect(format).toBe('one-roster-1.1');
    expect(roster.pupils).toMatchObject([{ org: 's', row: child }]);
    expect(roster.staff.map(({ org }) => org)).toEqual(['s', 'x']);
    expect(roster.relationships.map(({ contact, relationship }) => [contact, relationship])).toEqual([
      ['c', 'parent'],
      ['d', 'guardian'],
    ]);
  });

  it('1.2: roles are a file of their own', () => {
    const { format, roster } = read([
      ...[orgs, classes, enrolments, births, rosterFile('manifest.csv', 'propertyName,value', 'oneroster.version,1.2')],
      rosterFile(
        'users.csv',
        'sourcedId,enabledUser,username,userIds,givenName,familyName,preferredGivenName,agentSourcedIds,grades',
        ...['p,true,u,{upn:A123456789012},Uma,Vane,Umi,c,06', 'c,true,l,,Lou,Vane,,,'],
      ),
      rosterFile(
        'roles.csv',
        'sourcedId,userSourcedId,roleType,role,orgSourcedId',
        'r1,p,primary,student,s',
        'r2,c,primary,parent,s',
      ),
    ]);
    expect(format).toBe('one-roster-1.2');
    expect(roster.pupils).toMatchObject([{ org: 's', row: { ...child, knownAs: 'Umi' } }]);
    expect(roster.contacts).toMatchObject([{ givenName: 'Lou' }]);
    expect(roster.staff).toEqual([]);
  });
});

it('says so when the files are no roster', () => {
  expect(readRoster([rosterFile('numbers.csv', 'a,b', '1,2')])).toMatchObject({ ok: false });
});
