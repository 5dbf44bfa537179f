import { Route, Switch } from 'wouter';
import { ImportLink } from '../../kit/import-link.tsx';
import { roomOfKind } from '../../kit/paths.ts';
import { RecordRoom } from '../../kit/record-room/record-room.tsx';
import { ContactActs } from './contact-acts.tsx';
import { ContactFacts, ContactReading } from './contact-reading.tsx';
import { ContactFields } from './contact-fields.tsx';
import { DuplicateContacts } from './duplicates.tsx';
import { ContactViews } from './views.tsx';
import { WhomToCall } from './whom-to-call.tsx';

/** Whom one works with: as a list, by country and crime area, and those that seem to be here twice. */
export function ContactsRoom() {
  return (
    <Switch>
      <Route path={`${roomOfKind.contact}/call`} component={WhomToCall} />
      <Route path={`${roomOfKind.contact}/duplicates`} component={DuplicateContacts} />
      <Route>
        <RecordRoom
          kind="contact"
          list={{
            acts: <ImportLink />,
            above: <ContactViews view="list" />,
            columns: ['role', 'institution', 'country'],
            facets: ['country', 'crimeAreas', 'languages', 'active'],
            sort: { by: 'title' },
            bulk: ['country', 'institution', 'active', 'jwg'],
          }}
          page={{ Fields: ContactFields, HeadFacts: ContactFacts, ReadActs: ContactActs, Reading: ContactReading, readFirst: true }}
        />
      </Route>
    </Switch>
  );
}
