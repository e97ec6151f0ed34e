import {startRouter} from './router.js';

/** What the page uses of the widget's global (§3.1). */
interface WidgetApi {
  open(anchor?: Element): boolean;
}

const widget = () => (window as Window & {AIWWidget?: WidgetApi}).AIWWidget;

const main = document.querySelector('main');
if (main) startRouter(main);

document.addEventListener('click', event => {
  const button = (event.target as Element).closest('[data-talk]');
  if (button) widget()?.open(button);
});

document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement;
  event.preventDefault();
  const thanks = form.querySelector<HTMLElement>('[data-thanks]');
  if (!thanks) return;
  form.reset();
  thanks.hidden = false;
  thanks.focus();
});
