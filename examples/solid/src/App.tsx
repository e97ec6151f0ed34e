import {A, type RouteSectionProps} from '@solidjs/router';
import {createSignal, Show} from 'solid-js';
import {Agent} from './Agent';
import {token} from './agent';

export function App(props: RouteSectionProps) {
  const [label, setLabel] = createSignal('Talk to Fernhill');
  const [isMuted, setMuted] = createSignal(false);
  const [isPresent, setPresent] = createSignal(true);
  const [events, setEvents] = createSignal<readonly string[]>([]);
  const log = ({type}: Event) => setEvents(before => [...before, type]);
  return (
    <>
      <header>
        <A href="/" end>
          Fernhill
        </A>
        <A href="/pricing">Pricing</A>
        <A href="/contact">Contact</A>
      </header>
      <main>{props.children}</main>
      <aside>
        <h2>The widget on this page</h2>
        <Show when={!token}>
          <p role="alert">
            No widget token. Put <code>AIW_TOKEN=wt_…</code> into <code>.env</code>.
          </p>
        </Show>
        <form>
          <label>
            Launcher label{' '}
            <input value={label()} onInput={event => setLabel(event.currentTarget.value)} />
          </label>
          <label>
            <input
              type="checkbox"
              checked={isMuted()}
              onChange={event => setMuted(event.currentTarget.checked)}
            />{' '}
            Start muted
          </label>
          <label>
            <input
              type="checkbox"
              checked={isPresent()}
              onChange={event => setPresent(event.currentTarget.checked)}
            />{' '}
            On the page
          </label>
        </form>
        <output aria-label="Events">{events().join(' ')}</output>
      </aside>
      <Show when={isPresent()}>
        <Agent label={label()} isMuted={isMuted()} onEvent={log} />
      </Show>
    </>
  );
}
