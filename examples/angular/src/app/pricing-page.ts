import {Component} from '@angular/core';

@Component({
  selector: 'app-pricing-page',
  template: `
    <h1>Plans and prices</h1>
    <ul class="plans" id="plans">
      @for (plan of plans; track plan.name) {
        <li>
          <h2>{{ plan.name }}</h2>
          <strong>{{ plan.price }}</strong>
          <p>{{ plan.text }}</p>
        </li>
      }
    </ul>
  `,
})
export class PricingPage {
  protected readonly plans = [
    {name: 'Starter', price: '$19', text: 'A first online shop with up to 100 products.'},
    {name: 'Pro', price: '$49', text: 'Workshops, delivery rounds and ten staff accounts.'},
    {name: 'Estate', price: '$129', text: 'Several sites with shared stock.'},
  ];
}
