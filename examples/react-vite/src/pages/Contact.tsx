import {AiwCapturePill} from 'aiw-voice-widget/react';
import {useState} from 'react';

export function Contact() {
  const [address, setAddress] = useState('');
  return (
    <>
      <h1>Write to us</h1>
      <p>Leave your address, and somebody at Fernhill answers within a day.</p>
      <AiwCapturePill
        kind="email"
        status={address ? 'stored' : 'open'}
        onAiwCaptureConfirm={({value}) => setAddress(value)}
      />
      {address && <p role="status">Thank you. We write to {address}.</p>}
    </>
  );
}
