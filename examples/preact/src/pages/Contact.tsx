import {useState} from 'preact/hooks';

export function Contact() {
  const [address, setAddress] = useState('');
  return (
    <>
      <h1>Write to us</h1>
      <p>Leave your address, and somebody at Fernhill answers within a day.</p>
      <aiw-capture-pill
        kind="email"
        status={address ? 'stored' : 'open'}
        onaiw-capture-confirm={({value}) => setAddress(value)}
      />
      {address && <p role="status">Thank you. We write to {address}.</p>}
    </>
  );
}
