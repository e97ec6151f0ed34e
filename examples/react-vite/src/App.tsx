import {useCallback, useState} from 'react';
import {NavLink, Route, Routes} from 'react-router';
import {Agent, type AgentSettings} from './Agent';
import {Contact} from './pages/Contact';
import {Home} from './pages/Home';
import {Pricing} from './pages/Pricing';
import {Settings} from './Settings';

export function App() {
  const [settings, setSettings] = useState<AgentSettings>({
    label: 'Talk to Fernhill',
    muted: false,
  });
  const [isPresent, setPresent] = useState(true);
  const [events, setEvents] = useState<readonly string[]>([]);
  const log = useCallback(({type}: Event) => setEvents(before => [...before, type]), []);
  return (
    <>
      <header>
        <NavLink to="/">Fernhill</NavLink>
        <NavLink to="/pricing">Pricing</NavLink>
        <NavLink to="/contact">Contact</NavLink>
      </header>
      <main>
        <Routes>
          <Route path="/" element={<Home />} />
          <Route path="/pricing" element={<Pricing />} />
          <Route path="/contact" element={<Contact />} />
        </Routes>
      </main>
      <Settings
        settings={settings}
        onChange={setSettings}
        isPresent={isPresent}
        onPresence={setPresent}
        events={events}
      />
      {isPresent && <Agent {...settings} onEvent={log} />}
    </>
  );
}
