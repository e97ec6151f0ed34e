import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import {html, render} from 'lit';

/** What is asked before something happens. */
export interface Question {
  title: string;
  text: string;
  /** On the button that does it, such as “Delete”. */
  action: string;
  isDangerous?: boolean;
}

/** Asks once. Resolves to whether it is to happen. */
export function confirmAction({
  title,
  text,
  action,
  isDangerous = false,
}: Question): Promise<boolean> {
  const host = document.createElement('div');
  document.body.append(host);
  return new Promise(resolve => {
    let isMeant = false;
    const close = (answer: boolean) => {
      isMeant = answer;
      host.querySelector('wa-dialog')?.removeAttribute('open');
    };
    const done = (event: Event) => {
      if (event.target !== event.currentTarget) return;
      host.remove();
      resolve(isMeant);
    };
    render(
      html`<wa-dialog open label=${title} @wa-after-hide=${done}>
        ${text}
        <wa-button slot="footer" appearance="plain" autofocus @click=${() => close(false)}>
          Cancel
        </wa-button>
        <wa-button
          slot="footer"
          variant=${isDangerous ? 'danger' : 'brand'}
          @click=${() => close(true)}
          >${action}</wa-button
        >
      </wa-dialog>`,
      host,
    );
  });
}
