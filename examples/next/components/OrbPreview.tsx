'use client';

import {ORB_STATES, type OrbState} from 'aiw-voice-widget';
import {AiwOrb} from 'aiw-voice-widget/react';
import {useState} from 'react';

export function OrbPreview() {
  const [state, setState] = useState<OrbState>('idle');
  return (
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
  );
}
