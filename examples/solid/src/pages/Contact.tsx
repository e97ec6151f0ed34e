import {createSignal, Show} from 'solid-js';

export function Contact() {
  const [address, setAddress] = createSignal('');
  return (
    <>
      <h1>Write to us</h1>
      <p>Leave your address, and somebody at Fernhill answers within a day.</p>
      <aiw-capture-pill
        kind="email"
        status={address() ? 'stored' : 'open'}
        on:aiw-capture-confirm={({value}) => setAddress(value)}
      />
      <Show when={address()}>
        <p role="status">Thank you. We write to {address()}.</p>
      </Show>
    </>
  );
}
