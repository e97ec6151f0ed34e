const PLANS = [
  {name: 'Starter', price: '$19', text: 'A first online shop with up to 100 products.'},
  {name: 'Pro', price: '$49', text: 'Workshops, delivery rounds and ten staff accounts.'},
  {name: 'Estate', price: '$129', text: 'Several sites with shared stock.'},
];

export default function Pricing() {
  return (
    <>
      <h1>Plans and prices</h1>
      <ul className="plans" id="plans">
        {PLANS.map(({name, price, text}) => (
          <li key={name}>
            <h2>{name}</h2>
            <strong>{price}</strong>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
