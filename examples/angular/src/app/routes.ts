import type {Routes} from '@angular/router';
import {ContactPage} from './contact-page';
import {HomePage} from './home-page';
import {PricingPage} from './pricing-page';

export const routes: Routes = [
  {path: '', component: HomePage},
  {path: 'pricing', component: PricingPage},
  {path: 'contact', component: ContactPage},
];
