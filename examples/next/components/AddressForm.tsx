'use client';

import {AiwCapturePill} from 'aiw-voice-widget/react';
import {useState} from 'react';

export function AddressForm() {
  const [address, setAddress] = useState('');
  return (
    <>
      <AiwCapturePill
        kind="email"
        status={address ? 'stored' : 'open'}
        onAiwCaptureConfirm={({value}) => setAddress(value)}
      />
      {address && <p role="status">Thank you. We write to {address}.</p>}
    </>
  );
}
