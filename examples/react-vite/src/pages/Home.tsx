import {ORB_STATES, type OrbState} from 'aiw-voice-widget';
import {AiwOrb} from 'aiw-voice-widget/react';
import {useState} from 'react';

export function Home() {
  const [state, setState] = useState<OrbState>('idle');
  return (
    <>
      <h1>Plants, workshops and deliveries in one place</h1>
      <p>
        Fernhill is the booking desk and online shop of small garden nurseries. Ask the agent what a
        plan costs, or to take you to the pricing page.
      </p>
      <p>
        <AiwOrb state={state} level={0.6} />
        <label>
          State of the orb{' '}
          <select value={state} onChange={event => setState(event.target.value as OrbState)}>
            {ORB_STATES.map(name => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </p>
    </>
  );
}
