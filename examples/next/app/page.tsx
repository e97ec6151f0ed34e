import {OrbPreview} from '../components/OrbPreview';

export default function Home() {
  return (
    <>
      <h1>Plants, workshops and deliveries in one place</h1>
      <p>
        Fernhill is the booking desk and online shop of small garden nurseries. Ask the agent what a
        plan costs, or to take you to the pricing page.
      </p>
      <OrbPreview />
    </>
  );
}
