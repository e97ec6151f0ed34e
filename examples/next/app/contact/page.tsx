import {AddressForm} from '../../components/AddressForm';

export default function Contact() {
  return (
    <>
      <h1>Write to us</h1>
      <p>Leave your address, and somebody at Fernhill answers within a day.</p>
      <AddressForm />
    </>
  );
}
