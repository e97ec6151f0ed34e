/** What stands in `<main>`, by path. */
export const pages = {
  '/': {
    title: 'Plants, workshops and deliveries',
    main: `
      <h1>Plants, workshops and deliveries in one place</h1>
      <p>
        Fernhill is the booking desk and online shop of small garden nurseries. Ask the agent what a
        plan costs, or to take you to the pricing page.
      </p>
      <p>
        <aiw-orb state="idle" level="0.6"></aiw-orb>
        <label>
          State of the orb
          <select id="orb-state">
            <option>idle</option>
            <option>listening</option>
            <option>thinking</option>
            <option>speaking</option>
          </select>
        </label>
      </p>`,
  },
  '/pricing': {
    title: 'Plans and prices',
    main: `
      <h1>Plans and prices</h1>
      <ul class="plans" id="plans">
        <li>
          <h2>Starter</h2>
          <strong>$19</strong>
          <p>A first online shop with up to 100 products.</p>
        </li>
        <li>
          <h2>Pro</h2>
          <strong>$49</strong>
          <p>Workshops, delivery rounds and ten staff accounts.</p>
        </li>
        <li>
          <h2>Estate</h2>
          <strong>$129</strong>
          <p>Several sites with shared stock.</p>
        </li>
      </ul>`,
  },
  '/contact': {
    title: 'Write to us',
    main: `
      <h1>Write to us</h1>
      <p>hello@fernhill.example answers within a day. The agent answers at once.</p>
      <button type="button" id="talk">Talk to us</button>`,
  },
};
