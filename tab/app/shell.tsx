import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { Loading } from '../components/loading.tsx';
import { CheckedNote } from './checked-note.tsx';
import { DeskHeader } from './desk-header.tsx';
import { DeskNav } from './desk-nav.tsx';
import { KeyMap } from './key-map.tsx';
import { usePerson } from '../api/person.ts';

/** What stands around every page: whose desk it is, where one can go from here, and the keys. */
export function Shell() {
  const person = usePerson();
  return (
    <>
      {person && (
        <header>
          <DeskHeader name={person.name} school={person.school} />
          <DeskNav views={person.views} />
          <CheckedNote where="head" />
        </header>
      )}
      <Suspense
        fallback={
          <main>
            <Loading label="Opening the page" rows={6} />
          </main>
        }
      >
        <Outlet />
      </Suspense>
      {person && <CheckedNote where="foot" />}
      <KeyMap views={person?.views ?? []} />
    </>
  );
}
