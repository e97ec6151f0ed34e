'use client';

import {useCallback, useState} from 'react';
import {Agent} from './Agent';

/** The widget with a form whose state it follows, and what it has told. */
export function Playground(settings: {token: string; backendUrl: string}) {
  const [label, setLabel] = useState('Talk to Fernhill');
  const [isMuted, setMuted] = useState(false);
  const [isPresent, setPresent] = useState(true);
  const [events, setEvents] = useState<readonly string[]>([]);
  const log = useCallback(({type}: Event) => setEvents(before => [...before, type]), []);
  return (
    <>
      <aside>
        <h2>The widget on this page</h2>
        {!settings.token && (
          <p role="alert">
            No widget token. Put <code>AIW_TOKEN=wt_…</code> into <code>.env</code>.
          </p>
        )}
        <form>
          <label>
            Launcher label <input value={label} onChange={event => setLabel(event.target.value)} />
          </label>
          <label>
            <input
              type="checkbox"
              checked={isMuted}
              onChange={event => setMuted(event.target.checked)}
            />{' '}
            Start muted
          </label>
          <label>
            <input
              type="checkbox"
              checked={isPresent}
              onChange={event => setPresent(event.target.checked)}
            />{' '}
            On the page
          </label>
        </form>
        <output aria-label="Events">{events.join(' ')}</output>
      </aside>
      {isPresent && <Agent {...settings} label={label} isMuted={isMuted} onEvent={log} />}
    </>
  );
}
