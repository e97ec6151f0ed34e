import type {AgentSettings} from './Agent';
import {token} from './agent';

interface Props {
  settings: AgentSettings;
  onChange: (settings: AgentSettings) => void;
  isPresent: boolean;
  onPresence: (isPresent: boolean) => void;
  events: readonly string[];
}

/** A form whose state the widget follows, and what the widget has told. */
export function Settings({settings, onChange, isPresent, onPresence, events}: Props) {
  return (
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
          <input
            value={settings.label}
            onChange={event => onChange({...settings, label: event.target.value})}
          />
        </label>
        <label>
          <input
            type="checkbox"
            checked={settings.muted}
            onChange={event => onChange({...settings, muted: event.target.checked})}
          />{' '}
          Start muted
        </label>
        <label>
          <input
            type="checkbox"
            checked={isPresent}
            onChange={event => onPresence(event.target.checked)}
          />{' '}
          On the page
        </label>
      </form>
      <output aria-label="Events">{events.join(' ')}</output>
    </aside>
  );
}
