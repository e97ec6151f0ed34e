import {createRouter, createWebHistory} from 'vue-router';
import ContactPage from './pages/ContactPage.vue';
import HomePage from './pages/HomePage.vue';
import PricingPage from './pages/PricingPage.vue';

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    {path: '/', component: HomePage},
    {path: '/pricing', component: PricingPage},
    {path: '/contact', component: ContactPage},
  ],
});
