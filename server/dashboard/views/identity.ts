import './identity/secret.js';
import './identity/snippets.js';
import './identity/token-test.js';
import {html} from 'lit';
import type {Settings, SettingsChanges, Widget} from '../api/types.js';
import {DraftView} from '../ui/draft-view.js';
import {switchField} from '../ui/fields.js';
import {widgetHead} from '../ui/widget-head.js';

const ABOUT =
  'Visitors who have signed in to your site need not spell their email address: your server signs a token, and the pill that asks for a contact detail comes up filled. They still confirm it.';

/** `/widgets/:id/identity`: the toggle, the secret, the code that signs, and a test of tokens. */
export class IdentityView extends DraftView {
  protected override partOf({identity}: Settings): SettingsChanges {
    return {identity};
  }

  protected override body(widget: Widget, settings: Settings) {
    return html`${widgetHead(widget, 'Visitor identity', ABOUT)}
      <section class="card" aria-label="Switch">
        ${switchField({
          label: 'Visitors are known by a token of your server',
          value: settings.identity.enabled,
          hint: 'The token signs nobody in, and the agent never sees it. Switching takes publishing.',
          isDisabled: !this.mayEdit || this.isBusy,
          onChange: enabled => {
            // One switch, saved as it is moved: there is nothing to weigh before.
            this.change({identity: {enabled}});
            void this.save();
          },
        })}
        ${this.publishNote()}
      </section>
      <aiw-secret-part
        .widget=${widget}
        @aiw-rotated=${(event: CustomEvent<string | null>) => {
          this.widget = {...widget, previousSecretUntil: event.detail};
        }}
      ></aiw-secret-part>
      <aiw-snippets-part></aiw-snippets-part>
      <aiw-token-test-part
        .widgetId=${widget.id}
        .isOn=${widget.settings.identity.enabled}
      ></aiw-token-test-part>`;
  }
}

customElements.define('aiw-identity-view', IdentityView);
