import {Route, Router, useLocation} from 'preact-iso';
import {useCallback, useState} from 'preact/hooks';
import {Agent} from './Agent';
import {token} from './agent';
import {Contact} from './pages/Contact';
import {Home} from './pages/Home';
import {Pricing} from './pages/Pricing';

export function App() {
  const [label, setLabel] = useState('Talk to Fernhill');
  const [isMuted, setMuted] = useState(false);
  const [isPresent, setPresent] = useState(true);
  const [events, setEvents] = useState<readonly string[]>([]);
  const log = useCallback(({type}: Event) => setEvents(before => [...before, type]), []);
  return (
    <>
      <header>
        <Link href="/">Fernhill</Link>
        <Link href="/pricing">Pricing</Link>
        <Link href="/contact">Contact</Link>
      </header>
      <main>
        <Router>
          <Route path="/" component={Home} />
          <Route path="/pricing" component={Pricing} />
          <Route path="/contact" component={Contact} />
        </Router>
      </main>
      <aside>
        <h2>The widget on this page</h2>
        {!token && (
          <p role="alert">
            No widget token. Put <code>AIW_TOKEN=wt_…</code> into <code>.env</code>.
          </p>
        )}
        <form>
          <label>
            Launcher label{' '}
            <input value={label} onInput={event => setLabel(event.currentTarget.value)} />
          </label>
          <label>
            <input
              type="checkbox"
              checked={isMuted}
              onChange={event => setMuted(event.currentTarget.checked)}
            />{' '}
            Start muted
          </label>
          <label>
            <input
              type="checkbox"
              checked={isPresent}
              onChange={event => setPresent(event.currentTarget.checked)}
            />{' '}
            On the page
          </label>
        </form>
        <output aria-label="Events">{events.join(' ')}</output>
      </aside>
      {isPresent && <Agent label={label} isMuted={isMuted} onEvent={log} />}
    </>
  );
}

function Link({href, children}: {href: string; children: string}) {
  const {path} = useLocation();
  return (
    <a href={href} aria-current={path === href ? 'page' : undefined}>
      {children}
    </a>
  );
}
