import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import {html, render} from 'lit';
import {api} from '../../api/client.js';
import {valueOf} from '../../ui/field.js';
import {notify, notifyError} from '../../ui/notify.js';

/** What was removed. */
interface Erased {
  sessions: number;
  captures: number;
  turns: number;
}

/** Asks whom to erase, once. Resolves to whether something was removed. */
export function erasePerson(): Promise<boolean> {
  const host = document.createElement('div');
  document.body.append(host);
  let email = '';
  let isDone = false;
  return new Promise(resolve => {
    const close = () => host.querySelector('wa-dialog')?.removeAttribute('open');
    const erase = async () => {
      if (!email.trim()) return;
      try {
        const erased = await api.post<Erased>('/visitors/erase', {email: email.trim()});
        isDone = erased.sessions > 0;
        notify(
          isDone
            ? `Erased: ${erased.captures} contact details and ${erased.turns} turns of ${erased.sessions} conversations.`
            : 'Nothing is kept about this address.',
        );
        close();
      } catch (error) {
        notifyError(error);
      }
    };
    const done = (event: Event) => {
      if (event.target !== event.currentTarget) return;
      host.remove();
      resolve(isDone);
    };
    render(
      html`<wa-dialog open label="Erase a person" @wa-after-hide=${done}>
        <wa-input
          label="Email address"
          type="email"
          hint="Their contact details, transcripts, claims and page trails go for good. The conversations stay as counts."
          autofocus
          @input=${(event: Event) => {
            email = valueOf(event);
          }}
        ></wa-input>
        <wa-button slot="footer" appearance="plain" @click=${close}>Cancel</wa-button>
        <wa-button slot="footer" variant="danger" @click=${() => void erase()}>Erase</wa-button>
      </wa-dialog>`,
      host,
    );
  });
}
