import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { TAB } from '../content/texts/tab/pages';
import { CallFailed, createClient } from './client';
import { ContactsSheet } from './pages/ContactsSheet';
import { ImprovementsSheet } from './pages/ImprovementsSheet';
import { InboxSheet } from './pages/InboxSheet';
import { IncidentSheet } from './pages/IncidentSheet';
import { MeSheet } from './pages/MeSheet';
import { OverviewSheet } from './pages/OverviewSheet';
import { Fault } from './parts/states';
import { type Host, openHost } from './teams';

const THEMES = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

type Place = 'inbox' | 'me' | 'contacts' | 'overview' | 'improvements';
const PLACES: readonly Place[] = ['inbox', 'me', 'contacts'];
/** The same, and the pages on all incidents. */
const OVERSEEING: readonly Place[] = [...PLACES, 'overview', 'improvements'];

interface SheetProps {
  client: ReturnType<typeof createClient>;
  open(incident: string): void;
  overseeing(): void;
}

/** The page of a place. */
const Sheet = ({ place, client, open, overseeing }: SheetProps & { place: Place }) => {
  switch (place) {
    case 'inbox':
      return <InboxSheet client={client} open={open} overseeing={overseeing} />;
    case 'me':
      return <MeSheet client={client} open={open} />;
    case 'contacts':
      return <ContactsSheet client={client} />;
    case 'overview':
      return <OverviewSheet client={client} open={open} />;
    case 'improvements':
      return <ImprovementsSheet client={client} />;
  }
};

const Menu = (props: { places: readonly Place[]; at: Place; go(place: Place): void }) => (
  <nav aria-label={TAB.menu}>
    {props.places.map((one) => (
      <button
        key={one}
        type="button"
        aria-current={one === props.at ? 'page' : undefined}
        onClick={() => props.go(one)}
      >
        {TAB.pages[one]}
      </button>
    ))}
  </nav>
);

/** The incident that a link led to, and the page of it. */
const linkedTo = ({ page }: Host): { incident?: string | undefined } => ({
  incident: /^document\.([a-z0-9]{26})$/.exec(page)?.[1],
});

/** The tab, once Teams has said who shows it. */
const App = ({ host }: { host: Host }) => {
  const [theme, setTheme] = useState(host.theme);
  const [place, setPlace] = useState<Place>('inbox');
  const [linked, setLinked] = useState(() => linkedTo(host));
  const [incident, setIncident] = useState(linked.incident);
  const [places, setPlaces] = useState(PLACES);
  const client = useMemo(() => createClient(host), [host]);
  useEffect(() => host.onTheme(setTheme), [host]);
  const leave = () => {
    setIncident(undefined);
    setLinked({});
  };
  const go = (next: Place) => {
    leave();
    setPlace(next);
  };
  const props = { client, open: setIncident, overseeing: () => setPlaces(OVERSEEING) };
  return (
    <FluentProvider theme={THEMES[theme]} className={`app ${theme}`}>
      <Menu places={places} at={place} go={go} />
      <main>
        {incident ? (
          <IncidentSheet
            key={incident}
            client={client}
            id={incident}
            leave={leave}
            isTaking={linked.incident === incident}
          />
        ) : (
          <>
            <h1>{TAB.pages[place]}</h1>
            <Sheet place={place} {...props} />
          </>
        )}
      </main>
    </FluentProvider>
  );
};

const root = createRoot(document.getElementById('root') ?? document.body);

openHost().then(
  (host) => root.render(<App host={host} />),
  () =>
    root.render(
      <FluentProvider theme={teamsLightTheme} className="app">
        <main>
          <h1>{TAB.app}</h1>
          <Fault error={new CallFailed('token')} />
        </main>
      </FluentProvider>,
    ),
);
